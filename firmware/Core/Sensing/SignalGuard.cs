namespace Bms.Core.Sensing;

/// <summary>Every 200 ms: what the contactors report and the load asks for; once a second the surroundings.</summary>
public sealed class SignalGuard
{
    private readonly Readings _readings;
    private readonly long _contactorAge_ms;
    private readonly long _requestAge_ms;
    private readonly ChannelRow _load;
    private readonly ChannelRow _ambient;

    /// <summary>Makes the guard; ranges and ages come from the channel table.</summary>
    public SignalGuard(Readings readings)
    {
        _readings = readings;
        ChannelRow[] rows = ChannelTable.Rows();
        _contactorAge_ms = ChannelTable.Row(rows, Channel.ContactorPositive).MaximumAge_ms;
        _requestAge_ms = ChannelTable.Row(rows, Channel.ConnectRequest).MaximumAge_ms;
        _load = ChannelTable.Row(rows, Channel.LoadRequest);
        _ambient = ChannelTable.Row(rows, Channel.AmbientTemperature);
    }

    /// <summary>Takes feedback and requests; one that is missing, stale or neither 0 nor 1 counts as 0.</summary>
    public void Read(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        bool[] valid = frame.IsValid;
        long[] stamp = frame.Timestamp_ms;
        long now = readings.Time_ms;
        ulong age_ms = (ulong)_contactorAge_ms;
        int bits = 0;
        if (value[Channel.ContactorPositive] == 1 && valid[Channel.ContactorPositive] && (ulong)(now - stamp[Channel.ContactorPositive]) <= age_ms)
        {
            bits = 1;
        }

        if (value[Channel.ContactorNegative] == 1 && valid[Channel.ContactorNegative] && (ulong)(now - stamp[Channel.ContactorNegative]) <= age_ms)
        {
            bits |= 2;
        }

        readings.Feedback = bits;
        age_ms = (ulong)_requestAge_ms;
        readings.ConnectIsRequested = value[Channel.ConnectRequest] == 1 && valid[Channel.ConnectRequest] && (ulong)(now - stamp[Channel.ConnectRequest]) <= age_ms;
        readings.HeatIsRequested = value[Channel.HeatRequest] == 1 && valid[Channel.HeatRequest] && (ulong)(now - stamp[Channel.HeatRequest]) <= age_ms;
        bits |= readings.ConnectIsRequested ? 4 : 0;
        bits |= readings.HeatIsRequested ? 8 : 0;
        readings.LoadRequest_uA = Recent(frame, Channel.LoadRequest, _load);
        readings.InputDigest = (readings.InputDigest ^ readings.LoadRequest_uA ^ ((long)bits << 32)) * Readings.DigestPrime;
    }

    /// <summary>Takes the ambient temperature, and by how much the two current sensors differ.</summary>
    public void ReadSurroundings(SensorFrame frame)
    {
        Readings readings = _readings;
        readings.Ambient_mK = Recent(frame, Channel.AmbientTemperature, _ambient);
        int difference_uA = 0;
        if (frame.IsValid[Channel.PackCurrentA] && frame.IsValid[Channel.PackCurrentB])
        {
            long difference = (long)frame.Value[Channel.PackCurrentA] - frame.Value[Channel.PackCurrentB];
            difference = difference < 0 ? -difference : difference;
            difference_uA = difference > int.MaxValue ? int.MaxValue : (int)difference;
        }

        readings.CurrentDisagreement_uA = difference_uA;
        readings.InputDigest = (readings.InputDigest ^ readings.Ambient_mK ^ ((long)difference_uA << 32)) * Readings.DigestPrime;
    }

    private int Recent(SensorFrame frame, int channel, ChannelRow row)
    {
        int value = frame.Value[channel];
        long age_ms = _readings.Time_ms - frame.Timestamp_ms[channel];
        return frame.IsValid[channel] && age_ms >= 0 && age_ms <= row.MaximumAge_ms && value >= row.Lowest && value <= row.Highest ? value : 0;
    }
}
