using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>
/// Finds how limits depend on time: for ten seconds they are those in force; what other horizons allow more or less is a shift,
/// so that all fall at once with the limits themselves. And what voltage stays under load, for the powers.
/// </summary>
public sealed class PowerForecast
{
    private readonly Readings _readings;
    private readonly VoltageLimiter _voltage;
    private readonly ElectrodeSurfaceLimiter _surface;
    private readonly int[] _roots_Q16 = LimitHorizon.Roots_Q16();
    private readonly int _oneC_uA;
    private readonly int _cells;

    /// <summary>Makes the forecast of a pack.</summary>
    /// <param name="profile">The cell.</param>
    /// <param name="pack">Map of the pack.</param>
    /// <param name="readings">Voltages and current.</param>
    /// <param name="voltage">The limiter of cell voltages, whose bound depends on time.</param>
    /// <param name="surface">The limiter of electrode surfaces, whose bound does too.</param>
    public PowerForecast(CellProfile profile, PackProfile pack, Readings readings, VoltageLimiter voltage, ElectrodeSurfaceLimiter surface)
    {
        _readings = readings;
        _voltage = voltage;
        _surface = surface;
        _oneC_uA = profile.OneC_uA;
        _cells = pack.CellCount;
    }

    /// <summary>Once every four seconds.</summary>
    /// <param name="decision">Takes shifts and voltages.</param>
    /// <param name="charge_Q24">Charge bound of all limiters whose bound does not depend on time.</param>
    /// <param name="discharge_Q24">The same for discharge.</param>
    public void Renew(Decision decision, int charge_Q24, int discharge_Q24)
    {
        VoltageLimiter voltage = _voltage;
        ElectrodeSurfaceLimiter surface = _surface;
        for (int horizon = 0; horizon < LimitHorizon.Count; horizon++)
        {
            if (horizon == LimitHorizon.TenSeconds)
            {
                continue;
            }

            int root_Q16 = _roots_Q16[horizon];
            HorizonLimits told = decision.Horizons[horizon];
            told.ChargeShift_uA = Shift_uA(charge_Q24, voltage.ModelCharge_Q24, voltage.ChargeSwing_Q16, surface.Charge_Q24, root_Q16);
            told.DischargeShift_uA = Shift_uA(discharge_Q24, voltage.ModelDischarge_Q24, voltage.DischargeSwing_Q16, surface.Discharge_Q24, root_Q16);
        }

        // no cell's voltage is lower than the lowest: what that allows they all allow
        int oneC_uA = _oneC_uA;
        long drop_uV = voltage.DischargeDrop_uV;
        long present_uV = _readings.LowestVoltage_uV;
        decision.Charging_uV = present_uV * _cells;
        decision.Unloaded_uV = (present_uV - ((drop_uV * _readings.ScanRate_Q24) >> 24)) * _cells;
        decision.Resistance_uOhm = drop_uV * _cells * 1000000 / (oneC_uA < 1 ? 1 : oneC_uA);
    }

    private int Shift_uA(int lasting_Q24, int voltage_Q24, int swing_Q16, int surface_Q24, int root_Q16)
    {
        int usual = voltage_Q24 < lasting_Q24 ? voltage_Q24 : lasting_Q24;
        usual = surface_Q24 < usual ? surface_Q24 : usual;
        long drop_Q16 = 65536 + (((long)swing_Q16 * (root_Q16 - 65536)) >> 16);
        long bound = ((long)voltage_Q24 << 16) / (drop_Q16 < 1 ? 1 : drop_Q16);
        bound = bound < lasting_Q24 ? bound : lasting_Q24;
        long other = ((long)surface_Q24 << 16) / (root_Q16 < 1 ? 1 : root_Q16);
        bound = (other < bound ? other : bound) - usual;
        return Saturating.ToInt((bound * _oneC_uA) >> 24);
    }
}
