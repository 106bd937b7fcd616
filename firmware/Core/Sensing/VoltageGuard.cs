using System;
using Bms.Core.Cells;

namespace Bms.Core.Sensing;

/// <summary>Every 100 ms: the cell voltages of the last scan, and the current that flowed meanwhile.</summary>
public sealed class VoltageGuard
{
    private readonly Readings _readings;
    private readonly RateScale _rate;
    private readonly long _steady_uA;
    private readonly int _age_ms;
    private readonly int _lowest_uV;
    private readonly int _highest_uV;
    private readonly long[] _time_ms;
    private long _read_ms;
    private long _scanTime_ms;
    private long _scanCharge_uAms;
    private int _scanCurrent_uA;

    /// <summary>Makes the guard of all cells; range and age come from the channel table.</summary>
    public VoltageGuard(CellProfile profile, PackProfile pack, Readings readings)
    {
        _readings = readings;
        _rate = new RateScale(profile.OneC_uA);
        _steady_uA = profile.OneC_uA >> 4;
        ChannelRow voltage = ChannelTable.Row(ChannelTable.Rows(), Channel.CellVoltage);
        _age_ms = voltage.MaximumAge_ms;
        _lowest_uV = voltage.Lowest;
        _highest_uV = voltage.Highest;
        _time_ms = Readings.Never(pack.CellCount);
        _read_ms = _time_ms[0];
    }

    /// <summary>Takes the voltages that are new; a cell without one keeps its last until that is stale.</summary>
    public void Read(SensorFrame frame)
    {
        Readings readings = _readings;
        int[] value = frame.Value;
        bool[] valid = frame.IsValid;
        long[] stamp = frame.Timestamp_ms;
        long[] times = _time_ms;
        int[] voltages = readings.CellVoltage_uV;
        int lowestAllowed = _lowest_uV;
        int highestAllowed = _highest_uV;
        long now = readings.Time_ms;
        long digest = readings.InputDigest;
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        int lowestCell = 0;
        int highestCell = 0;
        int count = voltages.Length;

        // As it should be, every voltage is valid, in range (no extreme is beyond it) and converted since the last reading (without
        // a sign, what is of the future is long ago). So far as that goes, they are taken at one go.
        int cell = 0;
        ulong period_ms = (ulong)(now > _read_ms ? now - _read_ms : 0);
        while (cell < count && valid[cell] && (ulong)(now - stamp[cell]) < period_ms)
        {
            int voltage = value[cell];
            if (voltage < lowest)
            {
                if (voltage < lowestAllowed)
                {
                    break;
                }

                lowest = voltage;
                lowestCell = cell;
            }

            if (voltage > highest)
            {
                if (voltage > highestAllowed)
                {
                    break;
                }

                highest = voltage;
                highestCell = cell;
            }

            digest = (digest * Readings.DigestPrime) + voltage;
            cell++;
        }

        Array.Copy(value, voltages, cell);
        Array.Copy(stamp, times, cell);
        _read_ms = now;

        // the others one by one
        int notRenewed = 0;
        bool trusted = true;
        while (cell < count)
        {
            int voltage = value[cell];
            long time = stamp[cell];
            digest = (digest * Readings.DigestPrime) + voltage;
            if (time > times[cell] && valid[cell] && time <= now && voltage >= lowestAllowed && voltage <= highestAllowed)
            {
                voltages[cell] = voltage;
                times[cell] = time;
            }
            else
            {
                voltage = voltages[cell];
                notRenewed++;
                digest += cell + 1;
                trusted &= now - times[cell] <= _age_ms;
            }

            if (voltage < lowest)
            {
                lowest = voltage;
                lowestCell = cell;
            }

            if (voltage > highest)
            {
                highest = voltage;
                highestCell = cell;
            }

            cell++;
        }

        readings.InputDigest = digest;
        readings.LowestVoltage_uV = lowest;
        readings.LowestVoltageCell = lowestCell;
        readings.HighestVoltage_uV = highest;
        readings.HighestVoltageCell = highestCell;
        readings.VoltagesAreTrusted = trusted;
        TakeCurrent(notRenewed == 0);
    }

    /// <summary>The mean current of the scan; steady if it agrees with its first and its last.</summary>
    private void TakeCurrent(bool isWhole)
    {
        Readings readings = _readings;
        int current_uA = readings.Current_uA;
        long charge_uAms = readings.Charge_uAms;
        long now = readings.Time_ms;
        long elapsed_ms = now - _scanTime_ms;
        long mean_uA = elapsed_ms > 0 ? (charge_uAms - _scanCharge_uAms) / elapsed_ms : current_uA;
        long lowest_uA = mean_uA - _steady_uA;
        long highest_uA = mean_uA + _steady_uA;
        int first_uA = _scanCurrent_uA;
        readings.ScanIsSteady = isWhole && current_uA >= lowest_uA && current_uA <= highest_uA && first_uA >= lowest_uA && first_uA <= highest_uA;
        readings.ScanRate_Q24 = _rate.Rate_Q24(mean_uA);
        readings.Scans += isWhole ? 1 : 0;
        _scanTime_ms = now;
        _scanCharge_uAms = charge_uAms;
        _scanCurrent_uA = current_uA;
    }
}
