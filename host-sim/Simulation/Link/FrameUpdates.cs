using System;
using System.Collections.Generic;
using Bms.Core.Sensing;

namespace Bms.Simulation.Link;

/// <summary>Turns what has changed in a frame into updates for the device, as few as hold it.</summary>
public sealed class FrameUpdates
{
    private const int TimeLength = 4;
    private const int MostInRun = (LinkEncoder.LongestFields - TimeLength - ReadingRun.HeadLength) / ReadingRun.ValueLength;

    private readonly int[] _value = new int[Channel.Count];
    private readonly bool[] _isValid = new bool[Channel.Count];
    private readonly long[] _timestamp_ms = new long[Channel.Count];

    /// <summary>Forgets what was sent: the next call sends every channel that ever had a value.</summary>
    public void Forget()
    {
        Array.Clear(_value);
        Array.Clear(_isValid);
        Array.Clear(_timestamp_ms);
    }

    /// <summary>Updates with every channel whose value, validity or time of conversion is not that of the call before.</summary>
    /// <param name="frame">The frame; its time is the host's time.</param>
    /// <returns>At least one message, so that the device sees the host's time go on.</returns>
    public IReadOnlyList<LinkMessage> Since(SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        List<LinkMessage> messages = [];
        List<ReadingRun> runs = [];
        int length = TimeLength;
        foreach (ReadingRun run in Runs(frame))
        {
            if (length + run.Length > LinkEncoder.LongestFields)
            {
                messages.Add(Update(frame, runs));
                runs = [];
                length = TimeLength;
            }

            runs.Add(run);
            length += run.Length;
        }

        messages.Add(Update(frame, runs));
        return messages;
    }

    private static LinkMessage Update(SensorFrame frame, List<ReadingRun> runs) => LinkMessage.Of("update", (uint)frame.Time_ms, runs);

    // Neighbours of one age and validity, no more than fit into a message.
    private IEnumerable<ReadingRun> Runs(SensorFrame frame)
    {
        int channel = 0;
        while (channel < Channel.Count)
        {
            int first = channel;
            List<int> values = [];
            while (channel < Channel.Count && values.Count < MostInRun && HasChanged(frame, channel)
                && frame.IsValid[channel] == frame.IsValid[first] && frame.Timestamp_ms[channel] == frame.Timestamp_ms[first])
            {
                values.Add(frame.Value[channel]);
                Remember(frame, channel);
                channel++;
            }

            if (values.Count > 0)
            {
                yield return new ReadingRun(first, frame.IsValid[first], Age_ms(frame, first), values);
            }
            else
            {
                channel++;
            }
        }
    }

    private static int Age_ms(SensorFrame frame, int channel) =>
        (int)Math.Clamp(frame.Time_ms - frame.Timestamp_ms[channel], 0, ReadingRun.OldestAge_ms);

    private bool HasChanged(SensorFrame frame, int channel) =>
        frame.Value[channel] != _value[channel] || frame.IsValid[channel] != _isValid[channel] || frame.Timestamp_ms[channel] != _timestamp_ms[channel];

    private void Remember(SensorFrame frame, int channel)
    {
        _value[channel] = frame.Value[channel];
        _isValid[channel] = frame.IsValid[channel];
        _timestamp_ms[channel] = frame.Timestamp_ms[channel];
    }
}
