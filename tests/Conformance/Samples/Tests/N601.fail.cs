using nanoFramework.TestFramework;

namespace Bms.Device.Tests;

[TestClass]
public class CounterTests
{
    private int _count; //!

    [TestMethod]
    public void Counts()
    {
        _count++; //!
        Assert.AreEqual(1, Own()); //!
    }

    private int Own()
    {
        return 1;
    }
}
