using System;
using Bms.Core.Cells;

namespace Bms.Core.Sensing;

/// <summary>At least every 400 ms: the temperature sensors and their extremes.</summary>
public sealed class TemperatureGuard
{
    // what will be stale halfway to the next reading is stale now
    private const int Lookahead_ms = 200;

    private readonly Readings _readings;
    private readonly int _age_ms;
    private readonly int _lowest_mK;
    private readonly int _highest_mK;
    private readonly long[] _time_ms;
    private long _read_ms;

    /// <summary>Makes the guard of all sensors; range and age come from the channel table.</summary>
    public TemperatureGuard(PackProfile pack, Readings readings)
    {
        _readings = readings;
        ChannelRow temperature = ChannelTable.Row(ChannelTable.Rows(), Channel.Temperature);
        _age_ms = temperature.MaximumAge_ms - Lookahead_ms;
        _lowest_mK = temperature.Lowest;
        _highest_mK = temperature.Highest;
        _time_ms = Readings.Never(pack.SensorCount);
        _read_ms = _time_ms[0];
    }

    /// <summary>Takes the temperatures that are new; a sensor without one keeps its last until that is stale, then reads 0.</summary>
    public void Read(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        bool[] valid = frame.IsValid;
        long[] stamp = frame.Timestamp_ms;
        long[] times = _time_ms;
        int[] temperatures = readings.SensorTemperature_mK;
        int lowestAllowed = _lowest_mK;
        int highestAllowed = _highest_mK;
        long now = readings.Time_ms;
        long digest = readings.InputDigest;
        int lowest = int.MaxValue;
        int highest = 0;
        int end = Channel.Temperature + temperatures.Length;

        // as in the scan of the voltages: those that are as they should be are taken at one go
        int channel = Channel.Temperature;
        ulong period_ms = (ulong)(now > _read_ms ? now - _read_ms : 0);
        while (channel < end && valid[channel] && (ulong)(now - stamp[channel]) < period_ms)
        {
            int temperature = value[channel];
            if (temperature < lowest)
            {
                if (temperature < lowestAllowed)
                {
                    break;
                }

                lowest = temperature;
            }

            if (temperature > highest)
            {
                if (temperature > highestAllowed)
                {
                    break;
                }

                highest = temperature;
            }

            digest = (digest * Readings.DigestPrime) + temperature;
            channel++;
        }

        Array.Copy(value, Channel.Temperature, temperatures, 0, channel - Channel.Temperature);
        Array.Copy(stamp, Channel.Temperature, times, 0, channel - Channel.Temperature);
        _read_ms = now;

        // the others one by one
        while (channel < end)
        {
            int sensor = channel - Channel.Temperature;
            int temperature = value[channel];
            long time = stamp[channel];
            if (time > times[sensor] && time <= now && temperature >= lowestAllowed && temperature <= highestAllowed && valid[channel])
            {
                temperatures[sensor] = temperature;
                times[sensor] = time;
                digest = (digest * Readings.DigestPrime) + temperature;
            }
            else if (now - times[sensor] > _age_ms)
            {
                temperatures[sensor] = 0;
            }

            temperature = temperatures[sensor];
            lowest = temperature < lowest ? temperature : lowest;
            highest = temperature > highest ? temperature : highest;
            channel++;
        }

        readings.InputDigest = digest;
        readings.TemperaturesAreTrusted = lowest > 0;
        readings.LowestTemperature_mK = lowest;
        readings.HighestTemperature_mK = highest;
    }
}
