using System.Collections.Generic;
using System.Linq;
using Bms.Device.Link;
using Bms.Simulation.Link;

namespace Bms.Link.Tests;

/// <summary>What a receiver made of bytes.</summary>
/// <param name="Messages">The whole messages, in their order.</param>
/// <param name="Damaged">How many damaged ones it counted.</param>
internal sealed record Received(IReadOnlyList<Simulation.Link.LinkMessage> Messages, long Damaged);

/// <summary>The two receivers that must agree: the firmware's and the host's.</summary>
internal static class Receivers
{
    // what is no message after all is found out at the pace of one beginning a tick
    private const int LongestSilence = 50;

    public static IReadOnlyList<string> Names { get; } = ["firmware", "host"];

    public static Received Receive(string name, byte[] bytes) => name == "firmware" ? Firmware(bytes) : Host(bytes);

    private static Received Host(byte[] bytes)
    {
        LinkDecoder decoder = new();
        foreach (byte[] piece in bytes.Chunk(97))
        {
            decoder.Add(piece);
        }

        List<Simulation.Link.LinkMessage> messages = [];
        decoder.Pause();
        while (decoder.Next() is { } message)
        {
            messages.Add(message);
        }

        return new Received(messages, decoder.Damaged);
    }

    // The firmware's receiver gives number and fields as they lie; the host reads them, framed anew by the firmware's sender.
    private static Received Firmware(byte[] bytes)
    {
        MemoryLine line = new();
        line.Send(bytes);
        LinkCounts counts = new();
        MessageChecksum checksum = new();
        MessageReceiver receiver = new(checksum, counts);
        MemoryLine relay = new();
        MessageSender sender = new(relay, checksum);
        for (int silence = 0; silence < LongestSilence; silence = line.Waiting > 0 ? 0 : silence + 1)
        {
            receiver.Receive(line);
            while (receiver.Next())
            {
                sender.Begin(receiver.Number);
                for (int k = 0; k < receiver.Length; k++)
                {
                    sender.Put8(receiver.Bytes[receiver.Start + k]);
                }

                sender.Send();
            }
        }

        return new Received(relay.TakeMessages(), counts.Damaged);
    }
}
