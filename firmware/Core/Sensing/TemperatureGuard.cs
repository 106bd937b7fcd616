using Bms.Core.Cells;

namespace Bms.Core.Sensing;

/// <summary>Every 200 ms every other temperature sensor in turn, and after the second half the extremes of all.</summary>
public sealed class TemperatureGuard
{
    private const int Turns = 2;

    // a sensor's turn comes every 400 ms: what will be stale halfway to the next is stale now
    private const int Lookahead_ms = 200;

    private readonly Readings _readings;
    private readonly int _age_ms;
    private readonly int _lowest_mK;
    private readonly int _highest_mK;
    private readonly long[] _time_ms;
    private int _turn;

    /// <summary>Makes the guard of all sensors; range and age come from the channel table.</summary>
    public TemperatureGuard(PackProfile pack, Readings readings)
    {
        _readings = readings;
        ChannelRow temperature = ChannelTable.Row(ChannelTable.Rows(), Channel.Temperature);
        _age_ms = temperature.MaximumAge_ms - Lookahead_ms;
        _lowest_mK = temperature.Lowest;
        _highest_mK = temperature.Highest;
        _time_ms = Readings.Never(pack.SensorCount);
    }

    /// <summary>Takes the temperatures that are new; a sensor without one keeps its last until that is stale, then reads 0.</summary>
    public void Read(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        long[] stamp = frame.Timestamp_ms;
        long[] times = _time_ms;
        int[] temperatures = readings.SensorTemperature_mK;
        long now = readings.Time_ms;
        long digest = readings.InputDigest;
        int count = temperatures.Length;
        int sensor = _turn;
        while (sensor < count)
        {
            int channel = Channel.Temperature + sensor;
            int temperature = value[channel];
            long time = stamp[channel];
            if (time > times[sensor] && time <= now && temperature >= _lowest_mK && temperature <= _highest_mK && frame.IsValid[channel])
            {
                temperatures[sensor] = temperature;
                times[sensor] = time;
                digest = (digest * Readings.DigestPrime) + temperature;
            }
            else if (now - times[sensor] > _age_ms)
            {
                temperatures[sensor] = 0;
                readings.TemperaturesAreTrusted = false;
            }

            sensor += Turns;
        }

        readings.InputDigest = digest;
        _turn++;
        if (_turn == Turns)
        {
            _turn = 0;
            FindExtremes(temperatures);
        }
    }

    private void FindExtremes(int[] temperatures)
    {
        int lowest = int.MaxValue;
        int highest = 0;
        int count = temperatures.Length;
        for (int sensor = 0; sensor < count; sensor++)
        {
            int temperature = temperatures[sensor];
            if (temperature < lowest)
            {
                lowest = temperature;
            }

            if (temperature > highest)
            {
                highest = temperature;
            }
        }

        _readings.TemperaturesAreTrusted = lowest > 0;
        _readings.LowestTemperature_mK = lowest;
        _readings.HighestTemperature_mK = highest;
    }
}
