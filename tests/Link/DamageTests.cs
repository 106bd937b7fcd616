using System;
using System.Linq;
using Bms.Simulation.Link;
using CsCheck;
using Xunit;

namespace Bms.Link.Tests;

/// <summary>Whatever happens on the line, nothing comes out that was not sent, and the next message is whole again.</summary>
public class DamageTests
{
    private static readonly LinkMessage s_nextMessage = LinkMessage.Of("span", 1, 2, 3_000_000);
    private static readonly byte[] s_next = LinkEncoder.Encode(s_nextMessage);

    public static TheoryData<string> EveryReceiver => [.. Receivers.Names];

    [Theory, MemberData(nameof(EveryReceiver))]
    public void Every_single_bit_error_drops_its_message_and_no_other(string receiver) =>
        Messages.Any.Sample(
            message =>
            {
                byte[] bytes = LinkEncoder.Encode(message);
                for (int bit = 0; bit < 8 * bytes.Length; bit++)
                {
                    byte[] damaged = [.. bytes];
                    damaged[bit / 8] ^= (byte)(1 << (bit % 8));
                    Received received = Receivers.Receive(receiver, [.. damaged, .. s_next]);
                    Assert.Equal([s_nextMessage], received.Messages);
                    Assert.InRange(received.Damaged, 1, 2);
                }
            },
            iter: 60);

    [Theory, MemberData(nameof(EveryReceiver))]
    public void Noise_between_messages_costs_none(string receiver) =>
        Gen.Select(Messages.Any.List[1, 8], Gen.Byte.Array[0, 400].List[9, 9]).Sample(
            (messages, noise) =>
            {
                byte[] bytes = [.. noise[8], .. messages.SelectMany((message, k) => LinkEncoder.Encode(message).Concat(noise[k]))];
                Assert.Equal(messages, Receivers.Receive(receiver, bytes).Messages);
            },
            iter: 300);

    [Theory, MemberData(nameof(EveryReceiver))]
    public void A_message_that_breaks_off_is_dropped(string receiver) =>
        Messages.Any.Sample(
            message =>
            {
                byte[] bytes = LinkEncoder.Encode(message);
                for (int length = 2; length < bytes.Length - 1; length++)
                {
                    Received received = Receivers.Receive(receiver, [.. bytes[..length], .. s_next]);
                    Assert.Equal([s_nextMessage], received.Messages);
                    Assert.Equal(1, received.Damaged);
                }
            },
            iter: 60);

    [Theory, MemberData(nameof(EveryReceiver))]
    public void Bytes_lost_from_the_middle_drop_their_message(string receiver) =>
        Gen.Select(Messages.Any, Gen.Int[1, 250], Gen.Int[1, 20]).Sample(
            (message, at, count) =>
            {
                byte[] bytes = LinkEncoder.Encode(message);
                int from = 1 + (at % (bytes.Length - 2));
                int to = Math.Min(from + count, bytes.Length - 1);
                byte[] left = [.. bytes[..from], .. bytes[to..]];
                Assert.Equal([s_nextMessage], Receivers.Receive(receiver, [.. left, .. s_next]).Messages);
            });

    [Theory, MemberData(nameof(EveryReceiver))]
    public void An_endless_message_counts_once(string receiver)
    {
        for (int length = 255; length < 2000; length += 13)
        {
            Received received = Receivers.Receive(receiver, [0, .. Enumerable.Repeat((byte)7, length), .. s_next]);
            Assert.Equal([s_nextMessage], received.Messages);
            Assert.Equal(1, received.Damaged);
        }
    }

    [Theory, MemberData(nameof(EveryReceiver))]
    public void Idle_delimiters_are_no_damage(string receiver)
    {
        Received received = Receivers.Receive(receiver, [.. new byte[1000], .. s_next, .. new byte[1000], .. s_next]);
        Assert.Equal(2, received.Messages.Count);
        Assert.Equal(0, received.Damaged);
    }
}
