using System;
using System.Collections.Generic;
using Bms.Core.Sensing;

namespace Bms.Simulation.Link;

/// <summary>
/// The host's end of the serial link: says hello to whatever device speaks, again when it has restarted; sends it frames and
/// commands; keeps the newest of what it tells.
/// </summary>
/// <remarks>It owns no port and no clock: bytes go out through the function it is given and come in through <see cref="Receive"/>.</remarks>
public sealed class LinkSession
{
    private readonly Action<byte[]> _send;
    private readonly LinkDecoder _decoder = new();
    private readonly FrameUpdates _updates = new();
    private readonly Queue<LinkMessage> _answers = new();
    private byte _tag;

    /// <summary>A session over a line.</summary>
    /// <param name="send">Sends bytes to the device.</param>
    public LinkSession(Action<byte[]> send)
    {
        ArgumentNullException.ThrowIfNull(send);
        _send = send;
    }

    /// <summary>The device's newest message `identity`; none until it has spoken.</summary>
    public LinkMessage? Identity { get; private set; }

    /// <summary>The device's newest decision; none until it has decided.</summary>
    public DecisionReport? Decision { get; private set; }

    /// <summary>The device's newest message `status`; none until it has sent one.</summary>
    public LinkMessage? Status { get; private set; }

    /// <summary>Whether the device has taken this host's hello and has not restarted since.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the device speaks another version of the protocol: no session can be opened.</summary>
    public bool IsForeign => Identity is not null && Identity.Number("version") != LinkMessageTable.Version;

    /// <summary>Damaged messages from the device.</summary>
    public long Damaged => _decoder.Damaged;

    /// <summary>Begins a session, or begins it anew; the device's `identity` opens it. The next frame is sent whole.</summary>
    public void SayHello()
    {
        IsOpen = false;
        _updates.Forget();
        Send(LinkMessage.Of("hello", LinkMessageTable.Version));
    }

    /// <summary>Sends what has changed in a frame since the last one; nothing while no session is open.</summary>
    public void Send(SensorFrame frame)
    {
        if (!IsOpen)
        {
            return;
        }

        foreach (LinkMessage message in _updates.Since(frame))
        {
            Send(message);
        }
    }

    /// <summary>Sends a command.</summary>
    /// <param name="name">Its name in the message table.</param>
    /// <param name="values">A value for each of its fields after the tag.</param>
    /// <returns>The tag its reply will have.</returns>
    /// <exception cref="ArgumentException">No such message, or values that do not fit its fields.</exception>
    public byte Command(string name, params IReadOnlyList<object> values)
    {
        _tag = (byte)((_tag % byte.MaxValue) + 1);   // 0 is the tag of what is no command
        Send(LinkMessage.Of(name, [_tag, .. values]));
        return _tag;
    }

    /// <summary>Takes bytes from the device.</summary>
    public void Receive(ReadOnlySpan<byte> bytes)
    {
        _decoder.Add(bytes);
        while (_decoder.Next() is LinkMessage message)
        {
            Take(message);
        }
    }

    /// <summary>The next `reply` or `readings`, in the order they came.</summary>
    /// <returns>Nothing if none has come.</returns>
    public LinkMessage? NextAnswer() => _answers.TryDequeue(out LinkMessage? answer) ? answer : null;

    private void Take(LinkMessage message)
    {
        switch (message.Row.Name)
        {
            case "identity":
                Identity = message;
                IsOpen = message.Number("session") == 1 && !IsForeign;
                if (!IsOpen && !IsForeign)
                {
                    SayHello();     // it has just started
                }

                break;
            case "decision":
                Decision = DecisionReport.Of(message);
                break;
            case "status":
                Status = message;
                break;
            default:
                _answers.Enqueue(message);
                break;
        }
    }

    private void Send(LinkMessage message) => _send(LinkEncoder.Encode(message));
}
