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
                    Assert.Equal(1, received.Damaged);
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
                for (int length = 1; length < bytes.Length; length++)
                {
                    if (s_next.AsSpan().StartsWith(bytes.AsSpan(length)))
                    {
                        continue;   // what is missing comes with the next message: nothing is missing
                    }

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
                int from = at % (bytes.Length - 1);
                int to = Math.Min(from + count, bytes.Length);
                if (to == bytes.Length && s_next.AsSpan().StartsWith(bytes.AsSpan(from)))
                {
                    return;
                }

                byte[] left = [.. bytes[..from], .. bytes[to..]];
                Assert.Equal([s_nextMessage], Receivers.Receive(receiver, [.. left, .. s_next]).Messages);
            });

    [Theory, MemberData(nameof(EveryReceiver))]
    public void Noise_counts_once_however_long_it_is(string receiver)
    {
        for (int length = 1; length < 2000; length += 13)
        {
            Received received = Receivers.Receive(receiver, [.. Enumerable.Repeat((byte)7, length), .. s_next, .. new byte[length], .. s_next]);
            Assert.Equal([s_nextMessage, s_nextMessage], received.Messages);
            Assert.Equal(2, received.Damaged);
        }
    }

    [Theory, MemberData(nameof(EveryReceiver))]
    public void Heads_without_messages_hold_up_nothing_for_good(string receiver)
    {
        byte[] head = LinkEncoder.Encode(LinkMessage.Of("update", 0, new[] { new ReadingRun(0, true, 0, new int[28]) }))[..4];
        byte[] heads = [.. Enumerable.Repeat(head, 200).SelectMany(one => one)];
        Assert.Equal([s_nextMessage], Receivers.Receive(receiver, [.. heads, .. s_next]).Messages);
    }
}
