using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>
/// Tells currents, powers and windows for two, ten and thirty seconds and until further notice. Ten seconds are the limits in
/// force; what the other horizons allow more or less is found in turn and keeps its distance meanwhile, so that all fall at once.
/// </summary>
public sealed class PowerForecast
{
    private readonly Readings _readings;
    private readonly VoltageLimiter _voltage;
    private readonly ElectrodeSurfaceLimiter _surface;
    private readonly int[] _roots_Q16 = LimitHorizon.Roots_Q16();
    private readonly int[] _chargeShift_Q24 = new int[LimitHorizon.Count];
    private readonly int[] _dischargeShift_Q24 = new int[LimitHorizon.Count];
    private readonly int _oneC_uA;
    private readonly int _lowest_uV;
    private readonly int _cells;
    private int _turn;

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
        _lowest_uV = profile.VoltageMinimum_uV;
        _cells = pack.CellCount;
    }

    /// <summary>Finds, for the horizon whose turn it is, by how much its bounds differ from those for ten seconds.</summary>
    /// <param name="charge_Q24">Charge bound of all limiters whose bound does not depend on time.</param>
    /// <param name="discharge_Q24">The same for discharge.</param>
    public void Find(int charge_Q24, int discharge_Q24)
    {
        int horizon = _turn;
        _turn = horizon == LimitHorizon.Continuous ? LimitHorizon.TwoSeconds : horizon + 1;
        if (horizon == LimitHorizon.TenSeconds)
        {
            return;
        }

        VoltageLimiter voltage = _voltage;
        ElectrodeSurfaceLimiter surface = _surface;
        long root_Q16 = _roots_Q16[horizon];
        long usual = charge_Q24;
        usual = voltage.Charge_Q24 < usual ? voltage.Charge_Q24 : usual;
        usual = surface.Charge_Q24 < usual ? surface.Charge_Q24 : usual;
        long bound = ((long)voltage.Charge_Q24 << 16) / (65536 + ((voltage.ChargeSwing_Q16 * (root_Q16 - 65536)) >> 16));
        bound = bound < charge_Q24 ? bound : charge_Q24;
        long other = ((long)surface.Charge_Q24 << 16) / root_Q16;
        _chargeShift_Q24[horizon] = (int)((other < bound ? other : bound) - usual);

        usual = discharge_Q24;
        usual = voltage.Discharge_Q24 < usual ? voltage.Discharge_Q24 : usual;
        usual = surface.Discharge_Q24 < usual ? surface.Discharge_Q24 : usual;
        bound = ((long)voltage.Discharge_Q24 << 16) / (65536 + ((voltage.DischargeSwing_Q16 * (root_Q16 - 65536)) >> 16));
        bound = bound < discharge_Q24 ? bound : discharge_Q24;
        other = ((long)surface.Discharge_Q24 << 16) / root_Q16;
        _dischargeShift_Q24[horizon] = (int)((other < bound ? other : bound) - usual);
    }

    /// <summary>Tells currents and powers of all horizons.</summary>
    /// <param name="horizons">Takes them.</param>
    /// <param name="charge_Q24">Charge limit in force, C.</param>
    /// <param name="discharge_Q24">Discharge limit in force, C.</param>
    public void Tell(HorizonLimits[] horizons, int charge_Q24, int discharge_Q24)
    {
        long oneC_uA = _oneC_uA;
        int[] chargeShifts = _chargeShift_Q24;
        int[] dischargeShifts = _dischargeShift_Q24;

        // no cell's voltage is lower than the lowest: powers that it allows all allow
        long charge_uV = _readings.LowestVoltage_uV;
        long cells = _cells;
        long perRate_uV = _voltage.DischargeDrop_uV;
        long flowing_uV = (perRate_uV * _readings.ScanRate_Q24) >> 24;
        long unloaded_uV = charge_uV - flowing_uV;
        long lowest_uV = _lowest_uV;
        for (int horizon = 0; horizon < LimitHorizon.Count; horizon++)
        {
            HorizonLimits told = horizons[horizon];
            long rate_Q24 = (long)charge_Q24 + chargeShifts[horizon];
            rate_Q24 = rate_Q24 < 0 || charge_Q24 == 0 ? 0 : rate_Q24;
            long current_uA = (rate_Q24 * oneC_uA) >> 24;
            current_uA = current_uA > int.MaxValue ? int.MaxValue : current_uA;
            told.Charge_uA = (int)current_uA;
            told.Charge_uW = current_uA * charge_uV / 1000000 * cells;

            rate_Q24 = (long)discharge_Q24 + dischargeShifts[horizon];
            rate_Q24 = rate_Q24 < 0 || discharge_Q24 == 0 ? 0 : rate_Q24;
            current_uA = (rate_Q24 * oneC_uA) >> 24;
            current_uA = current_uA > int.MaxValue ? int.MaxValue : current_uA;
            told.Discharge_uA = (int)current_uA;
            long loaded_uV = unloaded_uV - ((perRate_uV * rate_Q24) >> 24);
            loaded_uV = loaded_uV < lowest_uV ? lowest_uV : loaded_uV;
            told.Discharge_uW = current_uA * loaded_uV / 1000000 * cells;
        }
    }
}
