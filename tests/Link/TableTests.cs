using System;
using System.Linq;
using Bms.Simulation.Link;
using Xunit;
using Firmware = Bms.Device.Link;

namespace Bms.Link.Tests;

/// <summary>Firmware and host each have their own rows; they say the same.</summary>
public class TableTests
{
    [Fact]
    public void Firmware_and_host_have_the_same_messages()
    {
        var host = LinkMessageTable.All.Select(row => (row.Number, row.Name, row.Length, row.NeedsOpenContactors));
        var firmware = Firmware.LinkMessageTable.Rows().Select(row => (row.Number, row.Name, row.Length, row.NeedsOpenContactors));
        Assert.Equal(host, firmware);
    }

    [Fact]
    public void Firmware_and_host_have_the_same_results()
    {
        Assert.Equal(CommandResult.All.Select(row => row.Number), Enum.GetValues<Firmware.CommandResult>().Select(result => (int)result));
        Assert.Equal(
            CommandResult.All.Select(row => row.Name.Replace(" ", "", StringComparison.Ordinal)),
            Enum.GetNames<Firmware.CommandResult>(),
            StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Firmware_and_host_speak_the_same_version_and_know_the_same_longest_message()
    {
        Assert.Equal(LinkMessageTable.Version, Firmware.LinkMessage.Version);
        Assert.Equal(LinkMessageRow.FirstOfDevice, Firmware.LinkMessage.FirstOfDevice);
        Assert.Equal(LinkEncoder.LongestFields, Firmware.Framing.LongestFields);
        Assert.All(LinkMessageTable.All, row => Assert.InRange(row.Length + (row.Fields.Count(field => field.Type == FieldType.Text) * Firmware.MessageSender.LongestText), 0, LinkEncoder.LongestFields));
    }

    [Fact]
    public void Numbers_rise_and_names_are_unique()
    {
        Assert.Equal(LinkMessageTable.All.Select(row => row.Number).Distinct().Order(), LinkMessageTable.All.Select(row => row.Number));
        Assert.Distinct(LinkMessageTable.All.Select(row => row.Name));
        Assert.All(LinkMessageTable.All, row => Assert.Distinct(row.Fields.Select(field => field.Name)));
    }

    [Fact]
    public void Readings_stand_at_the_end_of_a_message() =>
        Assert.All(LinkMessageTable.All, row => Assert.DoesNotContain(row.Fields.SkipLast(1), field => field.Type == FieldType.Runs));
}
