using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Link;
using CsCheck;
using Xunit;
using Firmware = Bms.Device.Link;

namespace Bms.Link.Tests;

/// <summary>Every message comes out as it went in, whichever end has made it.</summary>
public class RoundTripTests
{
    public static TheoryData<string, string> EveryMessageAndReceiver =>
        [.. LinkMessageTable.All.SelectMany(row => Receivers.Names, (row, receiver) => (row.Name, receiver))];

    public static TheoryData<string> EveryMessage => [.. LinkMessageTable.All.Select(row => row.Name)];

    [Theory, MemberData(nameof(EveryMessageAndReceiver))]
    public void A_message_of_the_host_is_received_as_it_was_sent(string name, string receiver) =>
        Messages.OfRow(LinkMessageTable.Named(name)).Sample(
            message =>
            {
                Received received = Receivers.Receive(receiver, LinkEncoder.Encode(message));
                Assert.Equal([message], received.Messages);
                Assert.Equal(0, received.Damaged);
            },
            iter: 300);

    [Theory, MemberData(nameof(EveryMessage))]
    public void Firmware_and_host_send_the_same_bytes(string name) =>
        Messages.OfRow(LinkMessageTable.Named(name)).Sample(message => Assert.Equal(LinkEncoder.Encode(message), SentByFirmware(message)), iter: 300);

    [Theory]
    [InlineData("firmware")]
    [InlineData("host")]
    public void Messages_in_a_row_are_received_in_their_order(string receiver) =>
        Messages.Any.List[1, 30].Sample(
            messages => Assert.Equal(messages, Receivers.Receive(receiver, [.. messages.SelectMany(LinkEncoder.Encode)]).Messages),
            iter: 200);

    [Fact]
    public void The_longest_message_fits_and_a_longer_one_is_refused()
    {
        LinkMessage longest = LinkMessage.Of("update", 0, new List<ReadingRun> { new(0, true, 9, new int[28]) });
        byte[] bytes = LinkEncoder.Encode(longest);
        Assert.Equal(Firmware.Framing.Longest, bytes.Length);
        Assert.All(Receivers.Names, receiver => Assert.Equal([longest], Receivers.Receive(receiver, bytes).Messages));
        LinkMessage longer = LinkMessage.Of("update", 0, new List<ReadingRun> { new(0, true, 0, new int[29]) });
        Assert.Throws<ArgumentException>(() => LinkEncoder.Encode(longer));
    }

    [Fact]
    public void The_checksum_is_that_of_settings_in_flash() =>
        Gen.Byte.Array[0, 130].Sample(bytes =>
        {
            Device.Storage.Crc32 slow = new();
            slow.Add(bytes, 0, bytes.Length);
            Assert.Equal(slow.Value, new Firmware.MessageChecksum().Of(bytes, 0, bytes.Length));
        });

    [Theory]
    [InlineData("hello")]
    [InlineData("hello", 1, 2)]
    [InlineData("hello", 256)]
    [InlineData("hello", "1")]
    [InlineData("helo", 1)]
    public void A_value_that_does_not_fit_its_field_is_refused(string name, params object[] values) =>
        Assert.Throws<ArgumentException>(() => LinkMessage.Of(name, values));

    [Fact]
    public void Fields_of_a_later_version_are_passed_over()
    {
        byte[] fields = [7, 5, 0, 1, 0, 0, 0, 99, 98];
        Assert.Equal([LinkMessage.Of("reply", 7, 5, 0, 1)], Receivers.Receive("host", Frames.Of(132, fields)).Messages);
    }

    private static byte[] SentByFirmware(LinkMessage message)
    {
        MemoryLine line = new();
        Firmware.MessageSender sender = new(line, new Firmware.MessageChecksum());
        sender.Begin(message.Row.Number);
        foreach (LinkField field in message.Row.Fields)
        {
            Put(sender, field, message);
        }

        sender.Send();
        return line.Take();
    }

    private static void Put(Firmware.MessageSender sender, LinkField field, LinkMessage message)
    {
        switch (field.Type)
        {
            case FieldType.U8:
                sender.Put8((int)message.Number(field.Name));
                break;
            case FieldType.U32 or FieldType.I32:
                sender.Put32((int)message.Number(field.Name));
                break;
            case FieldType.U64:
                sender.Put64(message.Number(field.Name));
                break;
            case FieldType.Text:
                sender.PutText(message.Text(field.Name));
                break;
            default:
                foreach (ReadingRun run in message.Runs)
                {
                    sender.Put8(run.Channel);
                    sender.Put8(run.Values.Count | (run.IsValid ? 0 : 0x80));
                    sender.Put16(run.Age_ms);
                    Array.ForEach([.. run.Values], sender.Put32);
                }

                break;
        }
    }
}
