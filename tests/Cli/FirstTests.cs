using Xunit;

namespace Bms.Cli.Tests;

public class FirstTests
{
    [Fact]
    public void Runs() => Assert.Equal(2, 1 + 1);
}
