using Bms.Core.Cells;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps the surface of every positive electrode inside its stoichiometry window over the next ten seconds: the distance that
/// is left, over how far 1C moves the surface in that time.
/// </summary>
/// <remarks>
/// Review Table 2, high and low state of charge. A second witness beside the voltage limiter, which holds the open-circuit
/// voltage of the window's ends: this one counts coulombs, so it stays silent for a cell whose state of charge is not known.
/// </remarks>
public sealed class ElectrodeSurfaceLimiter : Limiter
{
    // beyond 2 % of full charge the voltage knows better
    private const long KnownVariance_ppm2 = 400000000;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly SurfaceExtremes _extremes;

    /// <summary>Makes the limiter of all cells.</summary>
    public ElectrodeSurfaceLimiter(CellProfile profile, CellModel model, SurfaceExtremes extremes)
        : base(LimitReason.ElectrodeSurface)
    {
        _profile = profile;
        _states = model.States;
        _extremes = extremes;
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        int cell = _extremes.Fullest;
        int surface_Q30 = _states.SurfaceStoichiometry_Q30[cell];
        Charge_Q24 = Bound_Q24(cell, surface_Q30, (long)surface_Q30 - _profile.StoichiometryFull_Q30);
        ChargePlace = cell;
        cell = _extremes.Emptiest;
        surface_Q30 = _states.SurfaceStoichiometry_Q30[cell];
        Discharge_Q24 = Bound_Q24(cell, surface_Q30, (long)_profile.StoichiometryEmpty_Q30 - surface_Q30);
        DischargePlace = cell;
    }

    private int Bound_Q24(int cell, int surface_Q30, long left_Q30)
    {
        if (_states.Variance_ppm2[cell] > KnownVariance_ppm2)
        {
            return int.MaxValue;
        }

        if (left_Q30 <= 0)
        {
            return 0;
        }

        long perRate_Q30 = SurfaceShift.PerRate_Q30(_profile, surface_Q30, Grid.TemperaturePosition(_states.CoreTemperature_mK[cell]));
        long bound_Q24 = (left_Q30 << 24) / (perRate_Q30 | 1);
        return bound_Q24 > int.MaxValue ? int.MaxValue : (int)bound_Q24;
    }
}
