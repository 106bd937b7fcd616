using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Diagnostics;

/// <summary>Evaluates the diagnosis table every 100 ms: threshold, delay, healing, latch.</summary>
public sealed class Diagnosis
{
    /// <summary>Time between two evaluations, ms.</summary>
    public const int Period_ms = 100;

    private readonly CellProfile _profile;
    private readonly CellModel _model;
    private readonly Readings _readings;
    private readonly int _oneC_uA;
    private readonly int _ratedCharge_uA;
    private readonly int _ratedDischarge_uA;
    private readonly int[] _input = new int[(int)DiagnosisInput.Count];

    // Rows of a lowest value trip below. The complements of input and thresholds make them trip above, like all others.
    private readonly int[] _rows;
    private readonly int[] _elapsed_ms;
    private readonly int _latching;
    private readonly int[] _ofSeverity = new int[(int)Diagnostics.Severity.Emergency + 1];

    // the rows of an input, looked at only when it is beyond the first trip of any
    private readonly int[] _rowsOf = new int[(int)DiagnosisInput.Count];
    private readonly int[] _firstTrip = new int[(int)DiagnosisInput.Count];
    private int _slowRows;
    private int _counting;
    private int _wasActive;
    private int _alertsSeen;
    private bool _hadFlag;

    /// <summary>Makes the evaluator.</summary>
    public Diagnosis(CellProfile profile, CellModel model, Readings readings)
    {
        _profile = profile;
        _model = model;
        _readings = readings;
        _oneC_uA = profile.OneC_uA < 1 ? 1 : profile.OneC_uA;
        _ratedCharge_uA = Rated(profile.ChargeRateMaximum_Q24);
        _ratedDischarge_uA = Rated(profile.DischargeRateMaximum_Q24);
        int[] rows = DiagnosisTable.Thresholds(profile);
        _rows = rows;
        _elapsed_ms = new int[rows.Length / DiagnosisTable.Columns];
        for (int input = 0; input < _firstTrip.Length; input++)
        {
            _firstTrip[input] = int.MaxValue;
        }

        int bit = 1;
        for (int at = 0; at < rows.Length; at += DiagnosisTable.Columns)
        {
            int trip = rows[at + DiagnosisTable.Trip] ^ rows[at + DiagnosisTable.Side];
            rows[at + DiagnosisTable.Trip] = trip;
            rows[at + DiagnosisTable.Clear] ^= rows[at + DiagnosisTable.Side];
            _latching |= rows[at + DiagnosisTable.Latches] != 0 ? bit : 0;
            int input = rows[at];
            _rowsOf[input] |= bit;
            _firstTrip[input] = trip < _firstTrip[input] ? trip : _firstTrip[input];
            _ofSeverity[rows[at + DiagnosisTable.Level]] |= bit;
            bit <<= 1;
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count
    {
        get { return _elapsed_ms.Length; }
    }

    /// <summary>Highest severity of the active rows; -1 when none is active.</summary>
    public int Severity = -1;

    /// <summary>Whether a fault or emergency is active.</summary>
    public bool HasFault;

    /// <summary>Whether an emergency is active.</summary>
    public bool HasEmergency;

    /// <summary>The active rows, bit k for the row at index k.</summary>
    public int ActiveBits;

    /// <summary>The row at an index. Makes it anew: for hosts, tests and what a device writes down now and then.</summary>
    public DiagnosisRow Row(int index)
    {
        return DiagnosisTable.Rows(_profile)[index];
    }

    /// <summary>Whether a row is active.</summary>
    public bool IsActive(int index)
    {
        return ((ActiveBits >> index) & 1) != 0;
    }

    /// <summary>Whether a row has been active since the start.</summary>
    public bool WasActive(int index)
    {
        return ((_wasActive >> index) & 1) != 0;
    }

    /// <summary>Evaluates all rows. Before the first complete set of readings nothing is judged.</summary>
    /// <param name="contactorMismatch">Whether a contactor does not follow its command.</param>
    public void Evaluate(bool contactorMismatch)
    {
        if (!_readings.IsComplete)
        {
            return;
        }

        int end = Gather(contactorMismatch) ? (int)DiagnosisInput.PressureSurprise : (int)DiagnosisInput.VoltageMissing;
        int rows = _slowRows;
        int[] input = _input;
        int[] trip = _firstTrip;
        for (int k = 0; k < end; k++)
        {
            if (input[k] > trip[k])
            {
                rows |= _rowsOf[k];
            }
        }

        // rows that may trip, are on their way there or back, or can heal
        int active = ActiveBits;
        rows = (rows & ~active) | _counting | (active & ~_latching);
        if (rows != 0)
        {
            Settle(rows);
        }
    }

    /// <summary>Once a second: what moves slowly, against the state of the cells.</summary>
    public void GatherSlow()
    {
        Readings readings = _readings;
        int[] input = _input;
        input[(int)DiagnosisInput.Filament] = (int)((_model.Extremes.LargestFilament_Q30 * 1000000L) >> 30);
        long disagreement_ppm = readings.CurrentDisagreement_uA * 1000000L / (_oneC_uA | 1);
        input[(int)DiagnosisInput.CurrentDisagreement] = disagreement_ppm > int.MaxValue ? int.MaxValue : (int)disagreement_ppm;
        if (readings.PressuresAreTrusted)
        {
            input[(int)DiagnosisInput.PressureSurprise] = _model.Clamps.Surprise_Pa;
        }

        int rows = 0;
        for (int k = (int)DiagnosisInput.PressureSurprise; k < (int)DiagnosisInput.Count; k++)
        {
            rows |= input[k] > _firstTrip[k] ? _rowsOf[k] : 0;
        }

        _slowRows = rows;
    }

    /// <summary>Takes over what the rows look at.</summary>
    /// <returns>Whether any flag is up, or was.</returns>
    private bool Gather(bool contactorMismatch)
    {
        int[] input = _input;
        Readings readings = _readings;
        if (readings.VoltagesAreTrusted)
        {
            input[(int)DiagnosisInput.LowestVoltage] = ~readings.LowestVoltage_uV;
            input[(int)DiagnosisInput.HighestVoltage] = readings.HighestVoltage_uV;
        }

        if (readings.TemperaturesAreTrusted)
        {
            input[(int)DiagnosisInput.LowestTemperature] = ~readings.LowestTemperature_mK;
            input[(int)DiagnosisInput.HighestTemperature] = readings.HighestTemperature_mK;
        }

        if (readings.PressuresAreTrusted)
        {
            input[(int)DiagnosisInput.LowestPressure] = ~readings.LowestPressure_Pa;
            input[(int)DiagnosisInput.HighestPressure] = readings.HighestPressure_Pa;
        }

        long current_uA = readings.Current_uA;
        long used_ppm = current_uA < 0 ? current_uA * -1000000L / (_ratedDischarge_uA | 1) : current_uA * 1000000L / (_ratedCharge_uA | 1);
        input[(int)DiagnosisInput.Overcurrent] = used_ppm > int.MaxValue ? int.MaxValue : (int)used_ppm;
        bool anyFlag = contactorMismatch || readings.Alerts != _alertsSeen || !readings.AllAreTrusted();
        if (anyFlag || _hadFlag)
        {
            input[(int)DiagnosisInput.VoltageMissing] = readings.VoltagesAreTrusted ? 0 : 1;
            input[(int)DiagnosisInput.TemperatureMissing] = readings.TemperaturesAreTrusted ? 0 : 1;
            input[(int)DiagnosisInput.PressureMissing] = readings.PressuresAreTrusted ? 0 : 1;
            input[(int)DiagnosisInput.CurrentMissing] = readings.CurrentIsTrusted ? 0 : 1;
            input[(int)DiagnosisInput.FrontEndSilent] = readings.FrontEndIsTrusted ? 0 : 1;
            input[(int)DiagnosisInput.FrontEndAlert] = readings.Alerts != _alertsSeen ? 1 : 0;
            input[(int)DiagnosisInput.ContactorMismatch] = contactorMismatch ? 1 : 0;
            _alertsSeen = readings.Alerts;
            _hadFlag = anyFlag;
        }

        return anyFlag;
    }

    /// <summary>Takes rows on, each a bit.</summary>
    private void Settle(int rows)
    {
        int active = ActiveBits;
        int counting = 0;
        int changed = 0;
        int[] table = _rows;
        int[] inputs = _input;
        int[] time_ms = _elapsed_ms;
        int k = 0;
        int left = rows;
        while (left != 0)
        {
            if ((left & 15) == 0)
            {
                left = (int)((uint)left >> 4);
                k += 4;
                continue;
            }

            if ((left & 1) != 0)
            {
                int bit = 1 << k;
                int at = k * DiagnosisTable.Columns;
                int input = inputs[table[at]];
                int elapsed_ms = 0;
                int longest_ms = -1;
                if ((active & bit) == 0)
                {
                    longest_ms = input > table[at + DiagnosisTable.Trip] ? table[at + DiagnosisTable.Delay_ms] : longest_ms;
                }
                else
                {
                    longest_ms = input <= table[at + DiagnosisTable.Clear] ? table[at + DiagnosisTable.Heal_ms] : longest_ms;
                }

                if (longest_ms >= 0)
                {
                    elapsed_ms = time_ms[k] + Period_ms;
                    if (elapsed_ms > longest_ms)
                    {
                        changed |= bit;
                        elapsed_ms = 0;
                    }
                    else
                    {
                        counting |= bit;
                    }
                }

                time_ms[k] = elapsed_ms;
            }

            left = (int)((uint)left >> 1);
            k++;
        }

        _counting = counting;
        if (changed != 0)
        {
            Change(active ^ changed);
        }
    }

    private void Change(int active)
    {
        int severity = (int)Diagnostics.Severity.Emergency;
        while (severity >= 0 && (active & _ofSeverity[severity]) == 0)
        {
            severity--;
        }

        ActiveBits = active;
        _wasActive |= active;
        Severity = severity;
        HasFault = severity >= (int)Diagnostics.Severity.Fault;
        HasEmergency = severity >= (int)Diagnostics.Severity.Emergency;
    }

    private int Rated(int rate_Q24)
    {
        long rated_uA = ((long)rate_Q24 * _oneC_uA) >> 24;
        return rated_uA > int.MaxValue ? int.MaxValue : (int)rated_uA;
    }
}
