using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps the interphase from growing faster than it does in a full cell at the upper end of its duty window: the hotter a cell
/// beyond that end, the lower the open-circuit voltage up to which it may be charged, and to be stored at.
/// </summary>
/// <remarks>
/// The growth's logarithm falls by B/T and rises by g V (review section 3.4.1; the model of age has both constants), so equal growth is a line:
/// V(T) = V_full - B/g (1/T_duty - 1/T). A cell that does not age so has no ceiling.
/// </remarks>
public sealed class InterphaseLimiter : Limiter
{
    /// <summary>Open-circuit voltage up to which a cell as hot as the hottest may be charged, µV; <see cref="int.MaxValue"/> for any.</summary>
    public int Ceiling_uV = int.MaxValue;

    // wear takes hours, so noise of the sensors is averaged over about a minute
    private const int HeatShift = 6;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly CellExtremes _cells;
    private readonly SurfaceExtremes _surfaces;
    private readonly int _tolerance_mK;
    private readonly int _fade_uV;
    private readonly int _full_uV;
    private int _hottest_Q6;

    /// <summary>Makes the limiter of all cells.</summary>
    public InterphaseLimiter(CellProfile profile, CellModel model, SurfaceExtremes surfaces, Settings settings)
        : base(LimitReason.Interphase)
    {
        _profile = profile;
        _states = model.States;
        _cells = model.Extremes;
        _surfaces = surfaces;
        _tolerance_mK = settings.Value(Setting.TemperatureTolerance);
        _fade_uV = settings.Value(Setting.StorageFade);
        _full_uV = model.Electrical.OpenCircuit(profile.StoichiometryFull_Q30, profile.DutyTemperatureMaximum_mK);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        // at the end of the duty window a sensor's tolerance does not count: a full cell is allowed there
        _hottest_Q6 += _hottest_Q6 == 0 ? _cells.Highest_mK << HeatShift : _cells.Highest_mK - (_hottest_Q6 >> HeatShift);
        int hottest_mK = (_hottest_Q6 >> HeatShift) - _tolerance_mK;
        int duty_mK = _profile.DutyTemperatureMaximum_mK;
        int perVolt_Q16 = _profile.InterphaseVoltage_Q16;
        if (duty_mK < 1 || hottest_mK <= duty_mK || perVolt_Q16 < 1)
        {
            Charge_Q24 = int.MaxValue;
            Ceiling_uV = int.MaxValue;
            return;
        }

        // B (1/T_duty - 1/T) in doublings, then volts
        long doublings_Q16 = _profile.InterphaseActivation_Q8 * 256000L / duty_mK * (hottest_mK - duty_mK) / (hottest_mK < 1 ? 1 : hottest_mK);
        long ceiling_uV = _full_uV - (doublings_Q16 * 1000000 / perVolt_Q16);
        Ceiling_uV = ceiling_uV < 0 ? 0 : (int)ceiling_uV;
        int cell = _surfaces.Fullest;
        long potential_uV = (long)_states.ModelVoltage_uV[cell] - _states.Overpotential_uV[cell];
        int share_Q16 = Fade_Q16(ceiling_uV - potential_uV, _fade_uV);
        Charge_Q24 = share_Q16 >= 65536 ? int.MaxValue : (int)(((long)_profile.ChargeRateMaximum_Q24 * share_Q16) >> 16);
        ChargePlace = cell;
    }
}
