using System;
using System.Linq;
using Xunit;

namespace Bms.Link.Tests;

/// <summary>hardware/protocol.md says what the tables say. With BMS_RENEW=1 in the environment its tables are written anew instead.</summary>
public class ProtocolPageTests
{
    public static TheoryData<string> EveryPart => [.. ProtocolPage.Parts.Keys];

    [Theory, MemberData(nameof(EveryPart))]
    public void The_page_says_what_the_tables_say(string part)
    {
        if (Environment.GetEnvironmentVariable("BMS_RENEW") == "1")
        {
            ProtocolPage.Renew();
        }

        Assert.Equal(ProtocolPage.Parts[part], ProtocolPage.Written(part));
    }

    [Fact]
    public void The_worked_example_is_received_by_the_firmware()
    {
        byte[] bytes = [.. ProtocolPage.Written("example").Split('\n')[1].Split(' ').Select(one => Convert.ToByte(one, 16))];
        Assert.Equal([ProtocolPage.Example], Receivers.Receive("firmware", bytes).Messages);
    }

    [Fact]
    public void The_script_knows_the_numbers_it_uses()
    {
        string script = ProtocolPage.Script();
        Assert.Contains("MARK, HELLO, UPDATE, IDENTITY, DECISION, REPLY = 0xB5, 1, 2, 129, 130, 132\n", script, StringComparison.Ordinal);
        Assert.Equal(
            [1, 2, 129, 130, 132],
            new[] { "hello", "update", "identity", "decision", "reply" }.Select(name => Simulation.Link.LinkMessageTable.Named(name).Number));
    }
}
