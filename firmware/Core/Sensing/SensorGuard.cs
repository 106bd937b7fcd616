using Bms.Core.Cells;
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
    private const int ScanTicks = 5;

    // above every plausible voltage and temperature, below the time
    private const long Valid = 1L << 23;

    private readonly Readings _readings;
    private readonly int _pressureTolerance_ppm;
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
    private readonly int[] _scanCurrent_uA = new int[ScanTicks];
    private long _currentTime_ms = long.MinValue;
    private long _sampleTime_ms;
    private int _scanTick;
    private bool _hasSample;

    /// <summary>Makes the guard of a pack; ranges and ages come from the channel table.</summary>
    public SensorGuard(CellProfile profile, PackProfile pack, Settings settings, Readings readings)
    {
        _readings = readings;
        _pressureTolerance_ppm = settings.Value(Setting.PressureTolerance);
        _steady_uA = profile.OneC_uA >> 3;
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
        long digest = (InputDigest ^ now) * DigestPrime;
        readings.Time_ms = now;

        // current: the first sensor counts, the second stands in for it
        int channel = Counts(frame, Channel.PackCurrentA, _current) ? Channel.PackCurrentA : Channel.PackCurrentB;
        if (channel == Channel.PackCurrentA || Counts(frame, channel, _current))
        {
            long sampled = stamp[channel];
            int current = value[channel];
            if (!_hasSample)
            {
                _hasSample = true;
                _sampleTime_ms = sampled;
            }

            if (sampled > _sampleTime_ms)
            {
                Charge_uAms += current * (sampled - _sampleTime_ms);
                _sampleTime_ms = sampled;
            }

            readings.Current_uA = current;
            _currentTime_ms = sampled;
            digest = (digest ^ current ^ (sampled << 24)) * DigestPrime;
        }

        readings.CurrentIsTrusted = _hasSample && now - _currentTime_ms <= _current.MaximumAge_ms;
        readings.CurrentDisagreement_uA = valid[Channel.PackCurrentA] && valid[Channel.PackCurrentB]
            ? Distance(value[Channel.PackCurrentA], value[Channel.PackCurrentB]) : 0;
        digest = (digest ^ readings.CurrentDisagreement_uA) * DigestPrime;
        _scanCurrent_uA[_scanTick] = readings.Current_uA;
        _scanTick = _scanTick == ScanTicks - 1 ? 0 : _scanTick + 1;

        // pressure: the more cautious of the two load cells counts on each side
        bool trusted = true;
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        int clamps = readings.ClampLow_Pa.Length;
        for (int clamp = 0; clamp < clamps; clamp++)
        {
            int low = int.MaxValue;
            int high = int.MinValue;
            for (int cell = clamp << 1; cell <= (clamp << 1) + 1; cell++)
            {
                int from = Channel.ClampPressure + cell;
                int pressure = value[from];
                long time = stamp[from];
                if (time > _pressureTime_ms[cell] && valid[from] && time <= now && pressure >= _lowestPressure_Pa && pressure <= _highestPressure_Pa)
                {
                    _pressure_Pa[cell] = pressure;
                    _pressureTime_ms[cell] = time;
                    digest = (digest ^ pressure ^ (time << 24)) * DigestPrime;
                }

                if (now - _pressureTime_ms[cell] <= _pressureAge_ms)
                {
                    pressure = _pressure_Pa[cell];
                    low = pressure < low ? pressure : low;
                    high = pressure > high ? pressure : high;
                }
            }

            if (high == int.MinValue)
            {
                trusted = false;
                continue;
            }

            readings.ClampMean_Pa[clamp] = low + ((high - low) >> 1);
            low -= (int)((long)low * _pressureTolerance_ppm / 1000000);
            high += (int)((long)high * _pressureTolerance_ppm / 1000000);
            readings.ClampLow_Pa[clamp] = low;
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

        readings.PressuresAreTrusted = trusted;
        readings.LowestPressure_Pa = lowest;
        readings.HighestPressure_Pa = highest;

        readings.PositiveIsClosed = Counts(frame, Channel.ContactorPositive, _contactor) && value[Channel.ContactorPositive] == 1;
        readings.NegativeIsClosed = Counts(frame, Channel.ContactorNegative, _contactor) && value[Channel.ContactorNegative] == 1;
        int feedback = (readings.PositiveIsClosed ? 1 : 0) | (readings.NegativeIsClosed ? 2 : 0);
        readings.FrontEndAlert = valid[Channel.FrontEndAlert] && value[Channel.FrontEndAlert] != 0;
        readings.Alerts += readings.FrontEndAlert ? 1 : 0;
        InputDigest = (digest ^ feedback ^ (readings.FrontEndAlert ? 4 : 0)) * DigestPrime;
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

        long sum = 0;
        int least = int.MaxValue;
        int most = int.MinValue;
        for (int k = 0; k < ScanTicks; k++)
        {
            int current = _scanCurrent_uA[k];
            sum += current;
            least = current < least ? current : least;
            most = current > most ? current : most;
        }

        readings.ScanCurrent_uA = (int)(sum / ScanTicks);
        readings.ScanIsSteady = (long)most - least <= _steady_uA && renewed == voltages.Length;
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
