using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Storage;

namespace Bms.Core.Sensing;

/// <summary>
/// Decides what can be believed: a value counts when its conversion succeeded, lies in its plausible range and is recent.
/// A bad value leaves the last good one in force until that is stale; then the reading is no longer trusted.
/// Every raw value that is looked at goes into the input digest.
/// </summary>
public sealed class SensorGuard
{
    private const long DigestPrime = 0x100000001B3L;

    // above every plausible voltage and temperature, below the time
    private const long Valid = 1L << 23;

    private readonly Readings _readings;
    private readonly long _pressureTolerance_Q20;
    private readonly int _steady_uA;
    private readonly ChannelRow _current;
    private readonly ChannelRow _contactor;
    private readonly ChannelRow _ambient;
    private readonly ChannelRow _load;
    private readonly ChannelRow _request;
    private readonly int _voltageAge_ms;
    private readonly int _temperatureAge_ms;
    private readonly int _pressureAge_ms;
    private readonly int _lowestVoltage_uV;
    private readonly int _highestVoltage_uV;
    private readonly int _lowestTemperature_mK;
    private readonly int _highestTemperature_mK;
    private readonly int _lowestPressure_Pa;
    private readonly int _highestPressure_Pa;

    private readonly long[] _voltageTime_ms;
    private readonly long[] _temperatureTime_ms;
    private readonly long[] _pressureTime_ms;
    private readonly int[] _pressure_Pa;
    private long _currentTime_ms = -1;
    private long _scanTime_ms;
    private long _scanCharge_uAms;
    private int _scanCurrent_uA;

    /// <summary>Makes the guard of a pack; ranges and ages come from the channel table.</summary>
    public SensorGuard(CellProfile profile, PackProfile pack, Settings settings, Readings readings)
    {
        _readings = readings;
        _pressureTolerance_Q20 = ((long)settings.Value(Setting.PressureTolerance) << 20) / 1000000;
        _steady_uA = profile.OneC_uA >> 4;
        ChannelRow[] rows = ChannelTable.Rows();
        ChannelRow voltage = Row(rows, Channel.CellVoltage);
        ChannelRow temperature = Row(rows, Channel.Temperature);
        ChannelRow pressure = Row(rows, Channel.ClampPressure);
        _voltageAge_ms = voltage.MaximumAge_ms;
        _lowestVoltage_uV = voltage.Lowest;
        _highestVoltage_uV = voltage.Highest;
        _temperatureAge_ms = temperature.MaximumAge_ms;
        _lowestTemperature_mK = temperature.Lowest;
        _highestTemperature_mK = temperature.Highest;
        _pressureAge_ms = pressure.MaximumAge_ms;
        _lowestPressure_Pa = pressure.Lowest;
        _highestPressure_Pa = pressure.Highest;
        _current = Row(rows, Channel.PackCurrentA);
        _contactor = Row(rows, Channel.ContactorPositive);
        _ambient = Row(rows, Channel.AmbientTemperature);
        _load = Row(rows, Channel.LoadRequest);
        _request = Row(rows, Channel.ConnectRequest);
        _voltageTime_ms = Never(pack.CellCount);
        _temperatureTime_ms = Never(pack.SensorCount);
        _pressureTime_ms = Never(pack.ClampCount << 1);
        _pressure_Pa = new int[pack.ClampCount << 1];
    }

    /// <summary>Charge since the start, µA ms, integrated from every current sample; exact, positive on charge.</summary>
    public long Charge_uAms;

    /// <summary>Digest of every raw value looked at so far.</summary>
    public long InputDigest;

    /// <summary>Every tick: pack current and charge, clamp pressures, contactor feedback, front-end alert.</summary>
    public void ReadFast(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        bool[] valid = frame.IsValid;
        long[] stamp = frame.Timestamp_ms;
        long now = frame.Time_ms;
        readings.Time_ms = now;

        // current: the first sensor counts, the second stands in for it
        long digest = (InputDigest ^ now) * DigestPrime;
        int channel = Counts(frame, Channel.PackCurrentA, _current) ? Channel.PackCurrentA : Channel.PackCurrentB;
        if (channel == Channel.PackCurrentA || Counts(frame, channel, _current))
        {
            long sampled = stamp[channel];
            int current = value[channel];
            if (sampled > _currentTime_ms)
            {
                if (_currentTime_ms >= 0)
                {
                    Charge_uAms += current * (sampled - _currentTime_ms);
                }

                _currentTime_ms = sampled;
            }

            readings.Current_uA = current;
            readings.CurrentIsTrusted = true;
            digest = (digest ^ current ^ (sampled << 24)) * DigestPrime;
        }
        else
        {
            readings.CurrentIsTrusted = _currentTime_ms >= 0 && now - _currentTime_ms <= _current.MaximumAge_ms;
        }

        InputDigest = digest ^ ReadPressures(value, valid, stamp, now);

        int feedback = value[Channel.FrontEndAlert] != 0 && valid[Channel.FrontEndAlert] ? 4 : 0;
        readings.FrontEndAlert = feedback != 0;
        readings.Alerts += feedback >> 2;
        feedback |= Counts(frame, Channel.ContactorPositive, _contactor) ? value[Channel.ContactorPositive] : 0;
        feedback |= Counts(frame, Channel.ContactorNegative, _contactor) ? value[Channel.ContactorNegative] << 1 : 0;
        if (feedback != readings.Feedback)
        {
            readings.Feedback = feedback;
            InputDigest = (InputDigest ^ feedback) * DigestPrime;
        }
    }

    /// <summary>Takes new load-cell samples; the more cautious of the two load cells of a clamp counts on each side.</summary>
    /// <returns>Digest of what was taken.</returns>
    private long ReadPressures(int[] value, bool[] valid, long[] stamp, long now)
    {
        Readings readings = _readings;
        int[] pressures = _pressure_Pa;
        long[] times = _pressureTime_ms;
        long digest = 0;
        bool changed = false;
        bool trusted = true;
        int count = pressures.Length;
        for (int cell = 0; cell < count; cell++)
        {
            int from = Channel.ClampPressure + cell;
            long time = stamp[from];
            if (time > times[cell] && valid[from] && time <= now)
            {
                int pressure = value[from];
                if (pressure >= _lowestPressure_Pa && pressure <= _highestPressure_Pa)
                {
                    pressures[cell] = pressure;
                    times[cell] = time;
                    changed = true;
                    digest = (digest ^ pressure ^ (time << 24)) * DigestPrime;
                }
            }

            if (now - times[cell] > _pressureAge_ms)
            {
                trusted = false;
            }
        }

        if (!trusted)
        {
            TrustFewer(now);
        }
        else if (changed || !readings.PressuresAreTrusted)
        {
            readings.PressuresAreTrusted = true;
            Combine(now);
        }

        return digest;
    }

    /// <summary>A clamp with one recent load cell is still known; one without is not.</summary>
    private void TrustFewer(long now)
    {
        bool trusted = true;
        for (int cell = 0; cell < _pressure_Pa.Length; cell += 2)
        {
            if (now - _pressureTime_ms[cell] > _pressureAge_ms && now - _pressureTime_ms[cell + 1] > _pressureAge_ms)
            {
                trusted = false;
            }
        }

        _readings.PressuresAreTrusted = trusted;
        Combine(now);
    }

    private void Combine(long now)
    {
        Readings readings = _readings;
        int[] pressures = _pressure_Pa;
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        int[] lows = readings.ClampLow_Pa;
        for (int clamp = 0; clamp < lows.Length; clamp++)
        {
            int cell = clamp << 1;
            int low = pressures[cell];
            int high = pressures[cell + 1];
            if (now - _pressureTime_ms[cell] > _pressureAge_ms)
            {
                low = high;
            }
            else if (now - _pressureTime_ms[cell + 1] > _pressureAge_ms)
            {
                high = low;
            }
            else if (low > high)
            {
                int swapped = low;
                low = high;
                high = swapped;
            }

            readings.ClampMean_Pa[clamp] = low + ((high - low) >> 1);
            low -= (int)(((long)low * _pressureTolerance_Q20) >> 20);
            high += (int)(((long)high * _pressureTolerance_Q20) >> 20);
            lows[clamp] = low;
            readings.ClampHigh_Pa[clamp] = high;
            if (low < lowest)
            {
                lowest = low;
                readings.LowestPressureClamp = clamp;
            }

            if (high > highest)
            {
                highest = high;
                readings.HighestPressureClamp = clamp;
            }
        }

        readings.LowestPressure_Pa = lowest;
        readings.HighestPressure_Pa = highest;
    }

    /// <summary>Every 100 ms: cell voltages of the last scan and the current that flowed meanwhile.</summary>
    public void ReadVoltages(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        bool[] valid = frame.IsValid;
        long[] stamp = frame.Timestamp_ms;
        long[] times = _voltageTime_ms;
        int[] voltages = readings.CellVoltage_uV;
        long now = frame.Time_ms;
        long digest = InputDigest;
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        int missing = 0;
        int renewed = 0;
        for (int cell = 0; cell < voltages.Length; cell++)
        {
            int voltage = value[cell];
            long time = stamp[cell];
            digest = (digest ^ voltage ^ (time << 24) ^ (valid[cell] ? Valid : 0)) * DigestPrime;
            if (time > times[cell] && valid[cell] && time <= now && voltage >= _lowestVoltage_uV && voltage <= _highestVoltage_uV)
            {
                voltages[cell] = voltage;
                times[cell] = time;
                renewed++;
            }
            else
            {
                voltage = voltages[cell];
                if (now - times[cell] > _voltageAge_ms)
                {
                    missing++;
                }
            }

            if (voltage < lowest)
            {
                lowest = voltage;
                readings.LowestVoltageCell = cell;
            }

            if (voltage > highest)
            {
                highest = voltage;
                readings.HighestVoltageCell = cell;
            }
        }

        readings.LowestVoltage_uV = lowest;
        readings.HighestVoltage_uV = highest;
        readings.VoltagesAreTrusted = missing == 0;
        InputDigest = digest;

        // the mean current of the scan must agree with its first and its last
        long elapsed_ms = now - _scanTime_ms;
        int mean_uA = elapsed_ms > 0 ? Saturating.ToInt((Charge_uAms - _scanCharge_uAms) / elapsed_ms) : readings.Current_uA;
        readings.ScanIsSteady = Distance(mean_uA, readings.Current_uA) <= _steady_uA && Distance(mean_uA, _scanCurrent_uA) <= _steady_uA && renewed == voltages.Length;
        readings.ScanCurrent_uA = mean_uA;
        _scanTime_ms = now;
        _scanCharge_uAms = Charge_uAms;
        _scanCurrent_uA = readings.Current_uA;
        if (renewed == voltages.Length)
        {
            readings.Scans++;
        }
    }

    /// <summary>Every 100 ms: temperatures, ambient, and what the load asks for.</summary>
    public void ReadSlow(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        bool[] valid = frame.IsValid;
        long[] stamp = frame.Timestamp_ms;
        long now = frame.Time_ms;
        long digest = InputDigest;
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        bool trusted = true;
        int[] temperatures = readings.SensorTemperature_mK;
        for (int sensor = 0; sensor < temperatures.Length; sensor++)
        {
            int from = Channel.Temperature + sensor;
            int temperature = value[from];
            long time = stamp[from];
            digest = (digest ^ temperature ^ (time << 24) ^ (valid[from] ? Valid : 0)) * DigestPrime;
            if (time > _temperatureTime_ms[sensor] && valid[from] && time <= now && temperature >= _lowestTemperature_mK && temperature <= _highestTemperature_mK)
            {
                temperatures[sensor] = temperature;
                _temperatureTime_ms[sensor] = time;
            }
            else if (now - _temperatureTime_ms[sensor] > _temperatureAge_ms)
            {
                temperatures[sensor] = 0;
                trusted = false;
                continue;
            }

            temperature = temperatures[sensor];
            lowest = temperature < lowest ? temperature : lowest;
            highest = temperature > highest ? temperature : highest;
        }

        readings.TemperaturesAreTrusted = trusted;
        readings.LowestTemperature_mK = lowest;
        readings.HighestTemperature_mK = highest;

        readings.CurrentDisagreement_uA = valid[Channel.PackCurrentA] && valid[Channel.PackCurrentB]
            ? Distance(value[Channel.PackCurrentA], value[Channel.PackCurrentB]) : 0;
        digest = (digest ^ readings.CurrentDisagreement_uA) * DigestPrime;
        readings.Ambient_mK = Counts(frame, Channel.AmbientTemperature, _ambient) ? value[Channel.AmbientTemperature] : 0;
        readings.LoadRequest_uA = Counts(frame, Channel.LoadRequest, _load) ? value[Channel.LoadRequest] : 0;
        readings.ConnectIsRequested = Counts(frame, Channel.ConnectRequest, _request) && value[Channel.ConnectRequest] == 1;
        readings.HeatIsRequested = Counts(frame, Channel.HeatRequest, _request) && value[Channel.HeatRequest] == 1;
        digest = (digest ^ readings.Ambient_mK) * DigestPrime;
        digest = (digest ^ readings.LoadRequest_uA) * DigestPrime;
        digest = (digest ^ (readings.ConnectIsRequested ? 1 : 0) ^ (readings.HeatIsRequested ? 2 : 0)) * DigestPrime;
        InputDigest = digest;

        if (!readings.IsComplete)
        {
            readings.IsComplete = trusted && readings.VoltagesAreTrusted && readings.CurrentIsTrusted && readings.PressuresAreTrusted && readings.Scans > 0;
        }
    }

    private static bool Counts(SensorFrame frame, int channel, ChannelRow row)
    {
        long age_ms = frame.Time_ms - frame.Timestamp_ms[channel];
        int value = frame.Value[channel];
        return frame.IsValid[channel] && age_ms >= 0 && age_ms <= row.MaximumAge_ms && value >= row.Lowest && value <= row.Highest;
    }

    private static int Distance(int left, int right)
    {
        long distance = (long)left - right;
        distance = distance < 0 ? -distance : distance;
        return distance > int.MaxValue ? int.MaxValue : (int)distance;
    }

    private static long[] Never(int count)
    {
        long[] times = new long[count];
        for (int k = 0; k < count; k++)
        {
            times[k] = -1000000000L;
        }

        return times;
    }

    private static ChannelRow Row(ChannelRow[] rows, int channel)
    {
        for (int k = 0; k < rows.Length; k++)
        {
            if (channel >= rows[k].First && channel < rows[k].First + rows[k].Count)
            {
                return rows[k];
            }
        }

        return rows[0];
    }
}
