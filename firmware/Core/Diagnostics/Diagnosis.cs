using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Diagnostics;

/// <summary>Evaluates the diagnosis table every 100 ms: threshold, delay, healing, latch.</summary>
public sealed class Diagnosis
{
    /// <summary>Time between two evaluations, ms.</summary>
    public const int Period_ms = 100;

    private readonly DiagnosisRow[] _rows;
    private readonly CellProfile _profile;
    private readonly CellModel _model;
    private readonly Readings _readings;
    private readonly int[] _input = new int[(int)DiagnosisInput.Count];
    private readonly int[] _elapsed_ms;
    private readonly bool[] _isActive;
    private readonly bool[] _wasActive;
    private int _alertsSeen;

    /// <summary>Makes the evaluator.</summary>
    public Diagnosis(CellProfile profile, CellModel model, Readings readings)
    {
        _rows = DiagnosisTable.Rows(profile);
        _profile = profile;
        _model = model;
        _readings = readings;
        _elapsed_ms = new int[_rows.Length];
        _isActive = new bool[_rows.Length];
        _wasActive = new bool[_rows.Length];
    }

    /// <summary>Number of rows.</summary>
    public int Count
    {
        get { return _rows.Length; }
    }

    /// <summary>Highest severity of the active rows; -1 when none is active.</summary>
    public int Severity = -1;

    /// <summary>Whether a fault or emergency is active.</summary>
    public bool HasFault;

    /// <summary>Whether an emergency is active.</summary>
    public bool HasEmergency;

    /// <summary>Digest of the active rows.</summary>
    public int ActiveBits;

    /// <summary>The row at an index.</summary>
    public DiagnosisRow Row(int index)
    {
        return _rows[index];
    }

    /// <summary>Whether a row is active.</summary>
    public bool IsActive(int index)
    {
        return _isActive[index];
    }

    /// <summary>Whether a row has been active since the start.</summary>
    public bool WasActive(int index)
    {
        return _wasActive[index];
    }

    /// <summary>Evaluates all rows. Before the first complete set of readings only missing readings are not judged.</summary>
    /// <param name="contactorMismatch">Whether a contactor does not follow its command.</param>
    public void Evaluate(bool contactorMismatch)
    {
        if (!_readings.IsComplete)
        {
            return;
        }

        Gather(contactorMismatch);
        DiagnosisRow[] rows = _rows;
        int severity = -1;
        int bits = 0;
        for (int k = 0; k < rows.Length; k++)
        {
            DiagnosisRow row = rows[k];
            int input = _input[(int)row.Input];
            bool active = _isActive[k];
            bool leaves;
            if (active)
            {
                leaves = row.TripsBelow ? input >= row.Clear : input <= row.Clear;
            }
            else
            {
                leaves = row.TripsBelow ? input < row.Trip : input > row.Trip;
            }

            if (!leaves)
            {
                _elapsed_ms[k] = 0;
            }
            else
            {
                _elapsed_ms[k] += Period_ms;
                if (!active && _elapsed_ms[k] > row.Delay_ms)
                {
                    _isActive[k] = true;
                    _wasActive[k] = true;
                    _elapsed_ms[k] = 0;
                }
                else if (active && row.Latches)
                {
                    _elapsed_ms[k] = 0;
                }
                else if (active && _elapsed_ms[k] > row.Heal_ms)
                {
                    _isActive[k] = false;
                    _elapsed_ms[k] = 0;
                }
            }

            if (_isActive[k])
            {
                bits |= 1 << k;
                severity = (int)row.Severity > severity ? (int)row.Severity : severity;
            }
        }

        Severity = severity;
        HasFault = severity >= (int)Diagnostics.Severity.Fault;
        HasEmergency = severity >= (int)Diagnostics.Severity.Emergency;
        ActiveBits = bits;
    }

    private void Gather(bool contactorMismatch)
    {
        int[] input = _input;
        Readings readings = _readings;
        CellModel model = _model;
        if (readings.VoltagesAreTrusted)
        {
            input[(int)DiagnosisInput.LowestVoltage] = readings.LowestVoltage_uV;
            input[(int)DiagnosisInput.HighestVoltage] = readings.HighestVoltage_uV;
        }

        if (readings.TemperaturesAreTrusted)
        {
            input[(int)DiagnosisInput.LowestTemperature] = readings.LowestTemperature_mK;
            input[(int)DiagnosisInput.HighestTemperature] = readings.HighestTemperature_mK;
        }

        if (readings.PressuresAreTrusted)
        {
            input[(int)DiagnosisInput.LowestPressure] = readings.LowestPressure_Pa;
            input[(int)DiagnosisInput.HighestPressure] = readings.HighestPressure_Pa;
            int surprise = 0;
            int[] predicted_Pa = model.Clamps.Predicted_Pa;
            for (int clamp = 0; clamp < predicted_Pa.Length; clamp++)
            {
                int distance = readings.ClampMean_Pa[clamp] - predicted_Pa[clamp];
                distance = distance < 0 ? -distance : distance;
                surprise = distance > surprise ? distance : surprise;
            }

            input[(int)DiagnosisInput.PressureSurprise] = surprise;
        }

        input[(int)DiagnosisInput.VoltageMissing] = readings.VoltagesAreTrusted ? 0 : 1;
        input[(int)DiagnosisInput.TemperatureMissing] = readings.TemperaturesAreTrusted ? 0 : 1;
        input[(int)DiagnosisInput.PressureMissing] = readings.PressuresAreTrusted ? 0 : 1;
        input[(int)DiagnosisInput.CurrentMissing] = readings.CurrentIsTrusted ? 0 : 1;
        long oneC_uA = _profile.OneC_uA < 1 ? 1 : _profile.OneC_uA;
        long disagreement_ppm = readings.CurrentDisagreement_uA * 1000000L / oneC_uA;
        input[(int)DiagnosisInput.CurrentDisagreement] = disagreement_ppm > int.MaxValue ? int.MaxValue : (int)disagreement_ppm;
        long rate = model.Rate_Q24(readings.Current_uA);
        long rated = rate < 0 ? _profile.DischargeRateMaximum_Q24 : _profile.ChargeRateMaximum_Q24;
        rate = rate < 0 ? -rate : rate;
        rated = rated < 1 ? 1 : rated;
        long used_ppm = rate * 1000000L / rated;
        input[(int)DiagnosisInput.Overcurrent] = used_ppm > int.MaxValue ? int.MaxValue : (int)used_ppm;
        input[(int)DiagnosisInput.ContactorMismatch] = contactorMismatch ? 1 : 0;
        int[] filament_Q30 = model.States.Filament_Q30;
        int largest = 0;
        for (int cell = 0; cell < filament_Q30.Length; cell++)
        {
            largest = filament_Q30[cell] > largest ? filament_Q30[cell] : largest;
        }

        input[(int)DiagnosisInput.Filament] = (int)((largest * 1000000L) >> 30);
        input[(int)DiagnosisInput.FrontEndAlert] = readings.Alerts != _alertsSeen ? 1 : 0;
        _alertsSeen = readings.Alerts;
    }
}
