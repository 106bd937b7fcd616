using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Cells;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Benches;

/// <summary>One limiter alone, with the states of the cells and the readings of the clamps as its only surroundings.</summary>
internal sealed class LimiterRig
{
    private readonly Func<LimiterRig, Limiter> _make;
    private Limiter? _limiter;

    /// <summary>Four cells in two clamps, all at 25 °C, 5 MPa and full contact.</summary>
    public LimiterRig(CellProfile profile, Func<LimiterRig, Limiter> make)
    {
        _make = make;
        Profile = profile;
        Pack = PackProfile.Uniform(4, 2, 1);
        Readings = new Readings(Pack);
        Model = new CellModel(profile, Pack);
        Surfaces = new SurfaceExtremes(Model.States);
        for (int cell = 0; cell < Pack.CellCount; cell++)
        {
            Temperature(cell, 25).Contact(cell, 1);
        }

        Pressure(0, 5).Pressure(1, 5);
    }

    public LimiterRig(string cell, Func<LimiterRig, Limiter> make)
        : this(BuiltInCell.Profile(cell), make)
    {
    }

    public CellProfile Profile { get; }

    public PackProfile Pack { get; }

    public Readings Readings { get; }

    public CellModel Model { get; }

    public Settings Settings { get; } = new();

    public SurfaceExtremes Surfaces { get; }

    /// <summary>The limiter's answer; without a bound there is no reason.</summary>
    public Answer Limits => new(
        Limiter.Charge_Q24, Limiter.Discharge_Q24, Reason(Limiter.Charge_Q24), Reason(Limiter.Discharge_Q24), Limiter.ChargePlace, Limiter.DischargePlace);

    public double Charge => Limits.Charge_Q24 / (double)(1 << 24);

    public double Discharge => Limits.Discharge_Q24 / (double)(1 << 24);

    public Limiter Limiter => _limiter ??= _make(this);

    /// <summary>Exact sensors, full use of the critical currents: bare physics.</summary>
    public LimiterRig WithoutMargins()
    {
        Settings.Change(Setting.TemperatureTolerance, 0);
        Settings.Change(Setting.CriticalCurrentMargin, 0);
        return this;
    }

    public LimiterRig Temperature(int cell, double degrees)
    {
        Model.States.CoreTemperature_mK[cell] = Celsius(degrees);
        return this;
    }

    public LimiterRig Temperature(double degrees)
    {
        Array.Fill(Model.States.CoreTemperature_mK, Celsius(degrees));
        return this;
    }

    public LimiterRig Contact(int cell, double contact)
    {
        Model.States.Contact_Q30[cell] = Q30(contact);
        return this;
    }

    public LimiterRig Filament(int cell, double index)
    {
        Model.States.Filament_Q40[cell] = (long)Math.Round(index * (1L << 40));
        Model.States.Filament_Q30[cell] = (int)(Model.States.Filament_Q40[cell] >> 10);
        return this;
    }

    public LimiterRig Pressure(double megapascal) => Pressure(0, megapascal).Pressure(1, megapascal);

    public LimiterRig Pressure(int clamp, double megapascal) => Pressure(clamp, megapascal, megapascal);

    /// <summary>A clamp between two readings.</summary>
    public LimiterRig Pressure(int clamp, double low, double high)
    {
        Readings readings = Readings;
        readings.ClampLow_Pa[clamp] = MPa(low);
        readings.ClampHigh_Pa[clamp] = MPa(high);
        readings.LowestPressure_Pa = readings.ClampLow_Pa.Min();
        readings.LowestPressureClamp = Array.IndexOf(readings.ClampLow_Pa, readings.LowestPressure_Pa);
        readings.HighestPressure_Pa = readings.ClampHigh_Pa.Max();
        readings.HighestPressureClamp = Array.IndexOf(readings.ClampHigh_Pa, readings.HighestPressure_Pa);
        Model.Clamps.Update(clamp, MPa((low + high) / 2));
        return this;
    }

    /// <summary>What the limiter alone allows now.</summary>
    public LimiterRig Evaluate()
    {
        // the contact drop is what the electrical model publishes
        for (int cell = 0; cell < Pack.CellCount; cell++)
        {
            int position = Grid.TemperaturePosition(Model.States.CoreTemperature_mK[cell]);
            Model.Electrical.Advance(cell, 0, Model.Clamps.ContactFactor_Q16[Pack.ClampOfCell[cell]], position);
        }

        Model.Extremes.Find();
        for (int cell = 0; cell < Pack.CellCount; cell++)
        {
            Surfaces.Consider(cell);
            (Limiter as VoidBudgetLimiter)?.Consider(cell, Pack.ClampOfCell[cell]);
            int position = Grid.TemperaturePosition(Model.States.CoreTemperature_mK[cell] - Settings.Value(Setting.TemperatureTolerance));
            (Limiter as StrippingLimiter)?.Critical.Consider(cell, Pack.ClampOfCell[cell], position);
            (Limiter as PlatingLimiter)?.Critical.Consider(cell, Pack.ClampOfCell[cell], position);
        }

        Surfaces.Settle();
        Limiter.Prepare();
        Limiter.Renew();
        return this;
    }

    private LimitReason Reason(int limit_Q24) => limit_Q24 == int.MaxValue ? LimitReason.None : Limiter.Reason;

    /// <summary>What a limiter allows, with reasons and places.</summary>
    internal sealed record Answer(int Charge_Q24, int Discharge_Q24, LimitReason ChargeReason, LimitReason DischargeReason, int ChargePlace, int DischargePlace);
}
