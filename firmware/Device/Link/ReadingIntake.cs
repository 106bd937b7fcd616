using System;
using Bms.Core.Sensing;

namespace Bms.Device.Link;

/// <summary>
/// Takes updates into the frame: the host's time, then runs of consecutive channels. A run is its first channel, how many
/// follow (bit 7 set: their conversions failed), the age of the values, the values.
/// </summary>
public sealed class ReadingIntake
{
    private const int HeadLength = 4;
    private const int RunLength = 4;
    private const int ValueLength = 4;
    private const int CountBits = 0x7F;

    private readonly DelayWatch _delays = new DelayWatch();
    private readonly bool _takesReadings;

    /// <summary>The host's time in the newest update taken, its lowest 32 bits, ms.</summary>
    public int HostTime_ms;

    /// <summary>Makes an intake.</summary>
    /// <param name="takesReadings">Whether any channel may be set; otherwise only what a load may ask for, from
    /// <see cref="Channel.LoadRequest"/> to <see cref="Channel.HeatRequest"/>.</param>
    public ReadingIntake(bool takesReadings)
    {
        _takesReadings = takesReadings;
    }

    /// <summary>Begins a session: delays are learnt anew.</summary>
    public void Begin()
    {
        _delays.Forget();
    }

    /// <summary>Takes an update as a whole or not at all. Channels that do not exist are skipped.</summary>
    /// <param name="bytes">Where it lies.</param>
    /// <param name="start">Index of its first field; the host's time is there.</param>
    /// <param name="length">Bytes of its fields.</param>
    /// <param name="frame">Takes the values, stamped with its time less their age and their delay; null if they are passed over.</param>
    /// <returns><see cref="CommandResult.Done"/>, <see cref="CommandResult.BadLength"/> or
    /// <see cref="CommandResult.WrongMode"/>.</returns>
    public CommandResult Take(byte[] bytes, int start, int length, SensorFrame frame)
    {
        int end = start + length;
        CommandResult result = Check(bytes, start + HeadLength, end);
        if (result != CommandResult.Done)
        {
            return result;
        }

        HostTime_ms = BitConverter.ToInt32(bytes, start);
        if (frame == null)
        {
            return CommandResult.Done;
        }

        long sent_ms = frame.Time_ms - _delays.Delay_ms(HostTime_ms, frame.Time_ms);
        int at = start + HeadLength;
        while (at < end)
        {
            TakeRun(bytes, at, sent_ms, frame);
            at += RunLength + ((bytes[at + 1] & CountBits) * ValueLength);
        }

        return CommandResult.Done;
    }

    private static void TakeRun(byte[] bytes, int at, long sent_ms, SensorFrame frame)
    {
        int channel = bytes[at];
        int end = channel + (bytes[at + 1] & CountBits);
        bool isValid = bytes[at + 1] <= CountBits;
        long time_ms = sent_ms - (bytes[at + 2] | (bytes[at + 3] << 8));
        int[] values = frame.Value;
        bool[] valid = frame.IsValid;
        long[] times_ms = frame.Timestamp_ms;
        if (end > Channel.Count)
        {
            end = Channel.Count;
        }

        at += RunLength;
        while (channel < end)
        {
            values[channel] = BitConverter.ToInt32(bytes, at);
            valid[channel] = isValid;
            times_ms[channel] = time_ms;
            channel++;
            at += ValueLength;
        }
    }

    private CommandResult Check(byte[] bytes, int at, int end)
    {
        while (at < end)
        {
            if (at + RunLength > end)
            {
                return CommandResult.BadLength;
            }

            int channel = bytes[at];
            int count = bytes[at + 1] & CountBits;
            if (!_takesReadings && (channel < Channel.LoadRequest || channel + count - 1 > Channel.HeatRequest))
            {
                return CommandResult.WrongMode;
            }

            at += RunLength + (count * ValueLength);
        }

        return at == end ? CommandResult.Done : CommandResult.BadLength;
    }
}
