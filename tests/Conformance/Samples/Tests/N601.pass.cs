using nanoFramework.TestFramework;

namespace Bms.Device.Tests;

[TestClass]
public class CounterTests
{
    private static readonly int[] s_counts = { 1, 2 };

    [TestMethod]
    public void Counts()
    {
        Counter counter = new Counter();
        counter.Next();
        Assert.AreEqual(s_counts[0], counter.Count);
    }

    private sealed class Counter
    {
        public int Count;

        public void Next()
        {
            Count++;
        }
    }
}
