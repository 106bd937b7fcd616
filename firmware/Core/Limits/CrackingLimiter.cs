using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps particles and electrolyte from cracking: the rate falls where the lattice is strained, at deep charge, and where
/// diffusion is slow, deep discharge and cold, so that lithium is spread no more unevenly than where it moves freely.
/// </summary>
/// <remarks>
/// Review Table 2, first row. Wear of a charge: (1 + d max(0, x_strain - x)) (1 + r max(0, i - 1)) is to stay below what is allowed, with
/// the constants of cycle fade. Unevenness: the surface moves by i sqrt(t / D), which stays below twice that of the same rate
/// half-way through the window at the reference temperature.
/// </remarks>
public sealed class CrackingLimiter : Limiter
{
    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly SurfaceExtremes _extremes;
    private readonly int _wear_Q8;
    private readonly long _free_Q30;

    /// <summary>Makes the limiter of all cells.</summary>
    public CrackingLimiter(CellProfile profile, CellModel model, SurfaceExtremes extremes, Settings settings)
        : base(LimitReason.Cracking)
    {
        _profile = profile;
        _states = model.States;
        _extremes = extremes;
        _wear_Q8 = settings.Value(Setting.WearAllowed);
        int middle_Q30 = (int)(((long)profile.StoichiometryFull_Q30 + profile.StoichiometryEmpty_Q30) >> 1);
        _free_Q30 = 2 * SurfaceShift.PerRate_Q30(profile, middle_Q30, Grid.TemperaturePosition(profile.ReferenceTemperature_mK));
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        ChargePlace = _extremes.Fullest;
        Charge_Q24 = Bound_Q24(ChargePlace, _profile.ChargeRateMaximum_Q24);
        DischargePlace = _extremes.Emptiest;
        Discharge_Q24 = Bound_Q24(DischargePlace, _profile.DischargeRateMaximum_Q24);
    }

    private int Bound_Q24(int cell, int rated_Q24)
    {
        int surface_Q30 = _states.SurfaceStoichiometry_Q30[cell];
        long bound_Q24 = rated_Q24;
        int perRate_Q16 = _profile.CycleRate_Q16;
        if (perRate_Q16 > 0)
        {
            long strain_Q30 = (long)_profile.CycleStrain_Q30 - surface_Q30;
            long deep_Q16 = strain_Q30 > 0 ? 65536 + ((strain_Q30 * _profile.CycleDepth_Q16) >> 30) : 65536;
            long fast_Q16 = (((long)_wear_Q8 << 24) / (deep_Q16 < 65536 ? 65536 : deep_Q16)) - 65536;
            long allowed_Q24 = (1 << 24) + (((fast_Q16 < 0 ? 0 : fast_Q16) << 24) / perRate_Q16);
            bound_Q24 = allowed_Q24 < bound_Q24 ? allowed_Q24 : bound_Q24;
        }

        long shift_Q30 = SurfaceShift.PerRate_Q30(_profile, surface_Q30, Grid.TemperaturePosition(_states.CoreTemperature_mK[cell]));
        if (shift_Q30 > _free_Q30)
        {
            bound_Q24 = bound_Q24 * _free_Q30 / (shift_Q30 < 1 ? 1 : shift_Q30);
        }

        return bound_Q24 >= rated_Q24 ? int.MaxValue : (int)bound_Q24;
    }
}
