using System;
using System.Threading;
using Bms.Core.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Verification;

/// <summary>
/// One case played by three models side by side: the firmware's, the same scheme in double precision, and the full-order
/// plant. All take the same whole µA each second; the two reduced ones take the true pressure and ambient, but not the
/// temperature of the cell: they find it themselves.
/// </summary>
internal sealed class SideBySide
{
    private const double ZeroCelsius = 273.15;
    private const double KeptContact = 0.999;
    private const int SecondsPerPrediction = 60;
    private const int SettlingTime_ms = 1000;

    // as far as the firmware counts: a cell worn further has no use left
    private const double WornCapacity = 0.5;
    private const double WornDrop = 2;   // V at 1C, by what the interphase has gained
    private const int MeanRenewal_ms = (int)(1000 * ReducedOrderCell.MeanRenewal);

    private readonly VerificationCase _case;
    private readonly double _ambient;
    private readonly double _oneC;
    private readonly double _densityAtOneC;
    private readonly PositiveElectrode _positive;
    private readonly Pack _plant;
    private readonly ReducedOrderCell _double;
    private readonly CellModel _fixed;
    private readonly RateScale _rate;
    private readonly ClampModel _unanchored;
    private readonly CellFeedback _feedback;
    private readonly double _firstContact;
    private readonly InnerChargeError _romVsPlant = new();
    private long _time_ms = -SettlingTime_ms;
    private long _charge_uAms;
    private ErrorStatistic _fixedVsDouble;
    private ErrorStatistic _temperature;
    private ErrorStatistic _pressure;
    private bool _contactLost;

    /// <summary>Puts the three at rest in the same state.</summary>
    /// <param name="cell">Physics of the cell.</param>
    /// <param name="image">What the firmware has of it.</param>
    /// <param name="what">What is played.</param>
    public SideBySide(CellParameters cell, CellProfile image, VerificationCase what)
    {
        _case = what;
        _ambient = what.Ambient + ZeroCelsius;
        _oneC = cell.Cell.OneC;
        _densityAtOneC = cell.Cell.OneC / cell.Cell.TotalArea;
        _positive = cell.Positive;
        _plant = new Pack(cell, new PackOptions { Cells = 1, StateOfCharge = what.StateOfCharge, Temperature = _ambient, Ambient = _ambient, Spread = false });
        _firstContact = _plant.Contact(0);
        _feedback = new CellFeedback(cell, what.StateOfCharge, _plant.CellVoltage(0, current: 0, since: 0));
        _double = new ReducedOrderCell(cell, what.StateOfCharge, _ambient, Pressure_Pa * 1e-6);

        PackProfile map = PackProfile.Uniform(cells: 1, cellsPerClamp: 1, cellsPerSensor: 1);
        _rate = new RateScale(image.OneC_uA);
        _fixed = new CellModel(image, map);
        _fixed.Reset(0, (int)Math.Round(what.StateOfCharge * (1 << 30)), image.ContactInitial_Q30, filament_Q30: 0, _time_ms, _charge_uAms);
        _fixed.Clamps.Update(0, Pressure_Pa);
        AdvanceFixed(current_uA: 0, sensor_mK: Ambient_mK);   // the only look at a sensor: how warm it is at the start
        _fixed.Ageing.Begin(_time_ms, _charge_uAms);
        _unanchored = new ClampModel(image, map, _fixed.States);
        _unanchored.Update(0, Pressure_Pa);
        _unanchored.Predict();
    }

    private int Ambient_mK => (int)Math.Round(_ambient * 1000);

    private bool IsWornOut
    {
        get
        {
            CellAge age = _plant.Age(0);
            return age.Capacity <= WornCapacity || age.InterphaseGrowth * _densityAtOneC >= WornDrop;
        }
    }

    private int Pressure_Pa => (int)Math.Round(_plant.ClampPressure(0, since: 0) * 1e6);

    /// <summary>Plays the case to its end, or until the cell is worn out.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public CaseResult Run(CancellationToken cancellation)
    {
        int second = 0;
        foreach (double rate in _case.Rates(_feedback))
        {
            Step((int)Math.Round(rate * _oneC * 1e6));
            if (++second % SecondsPerPrediction == 0)
            {
                ComparePressure();
                cancellation.ThrowIfCancellationRequested();
            }

            if (IsWornOut)
            {
                break;
            }
        }

        ErrorStatistic romVsPlant = _romVsPlant.Sum();
        return new CaseResult
        {
            Case = _case.Load,
            TemperatureC = _case.Ambient,
            DischargeRate = _case.DischargeRate,
            ChargeRate = _case.ChargeRate,
            Hours = second / 3600.0,
            FixedVsDoubleMvRms = 1000 * _fixedVsDouble.Rms,
            FixedVsDoubleMvMax = 1000 * _fixedVsDouble.Max,
            RomVsPlantMvRms = 1000 * romVsPlant.Rms,
            RomVsPlantMvMax = 1000 * romVsPlant.Max,
            TemperatureKMax = _temperature.Max,
            PressureMpaMax = _pressure.Max,
            ContactLost = _contactLost,
        };
    }

    private void Step(int current_uA)
    {
        double current = current_uA * 1e-6;
        _contactLost |= _plant.LocalCurrentDensity(0, current) > (current < 0 ? _plant.StrippingLimit(0) : _plant.PlatingLimit(0));
        _plant.Advance(1, current);
        _contactLost |= _plant.Contact(0) < KeptContact * _firstContact;
        _fixed.Clamps.Update(0, Pressure_Pa);
        AdvanceFixed(current_uA, sensor_mK: 0);
        _fixed.Ageing.Advance(_time_ms, _charge_uAms);
        if (_time_ms % MeanRenewal_ms == 0)
        {
            _fixed.RenewMeans(cells: 1);
        }

        _double.Press(Pressure_Pa * 1e-6);
        _double.Advance(1, current, _ambient);

        double truth = _plant.CellVoltage(0, current, since: 0);
        double modelled = _fixed.States.ModelVoltage_uV[0] * 1e-6;
        _feedback.Take(current / _oneC, truth);
        if (!_contactLost)
        {
            _fixedVsDouble.Add(modelled - _double.Voltage);
        }

        _temperature.Add((_fixed.States.Core_uK[0] * 1e-6) - _plant.CoreTemperature(0));
        double surface = (_positive.StoichiometryEmpty - _plant.SurfaceStoichiometry(0)) / (_positive.StoichiometryEmpty - _positive.StoichiometryFull);
        bool isAtLimit = current < 0 ? _feedback.IsEmpty : current > 0 && _feedback.IsFull;
        _romVsPlant.Add(_plant.StateOfCharge(0), surface, modelled - truth, isAtLimit);
    }

    private void AdvanceFixed(int current_uA, int sensor_mK)
    {
        _time_ms += 1000;
        _charge_uAms += 1000L * current_uA;
        _fixed.Advance(0, _time_ms, _charge_uAms, _rate.Rate_Q24(current_uA), sensor_mK, Ambient_mK, heaterOn: false);
    }

    // The firmware draws its prediction slowly towards its load cell; here it is only told of itself, and rarely.
    private void ComparePressure()
    {
        _unanchored.Update(0, _unanchored.Predicted_Pa[0]);
        _unanchored.Predict();
        _pressure.Add((_unanchored.Predicted_Pa[0] * 1e-6) - _plant.ClampPressure(0, since: 0));
    }
}
