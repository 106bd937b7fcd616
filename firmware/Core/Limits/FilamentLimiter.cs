using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Takes the current back as the filament index of any cell grows towards its budget since the start: the second line
/// behind the plating and pressure limits, and the one that turns high pressure into a time budget.
/// </summary>
public sealed class FilamentLimiter : Limiter
{
    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly long _soft_Q40;
    private readonly long _hard_Q40;
    private readonly long[] _start_Q40;
    private int _share_Q16 = 65536;
    private int _cell;

    /// <summary>Makes the limiter of all cells; growth counts from <see cref="Begin"/>.</summary>
    public FilamentLimiter(CellProfile profile, CellModel model, Settings settings)
    {
        _profile = profile;
        _states = model.States;
        _soft_Q40 = ((long)settings.Value(Setting.FilamentBudgetSoft) << 40) / 1000000;
        _hard_Q40 = ((long)settings.Value(Setting.FilamentBudgetHard) << 40) / 1000000;
        _start_Q40 = new long[model.States.Count];
    }

    /// <summary>Takes the present indices as the start of the budget.</summary>
    public void Begin()
    {
        for (int cell = 0; cell < _start_Q40.Length; cell++)
        {
            _start_Q40[cell] = _states.Filament_Q40[cell];
        }
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        long[] filament_Q40 = _states.Filament_Q40;
        long most = 0;
        for (int cell = 0; cell < filament_Q40.Length; cell++)
        {
            long growth = filament_Q40[cell] - _start_Q40[cell];
            if (growth > most)
            {
                most = growth;
                _cell = cell;
            }
        }

        long width = _hard_Q40 - _soft_Q40;
        if (most >= _hard_Q40)
        {
            _share_Q16 = 0;
        }
        else if (most <= _soft_Q40)
        {
            _share_Q16 = 65536;
        }
        else
        {
            _share_Q16 = width < 1 << 16 ? 0 : (int)((_hard_Q40 - most) / (width >> 16));
        }
    }

    /// <inheritdoc/>
    public override void Apply(LimitSet limits)
    {
        if (_share_Q16 < 65536)
        {
            limits.LowerCharge((int)(((long)_profile.ChargeRateMaximum_Q24 * _share_Q16) >> 16), LimitReason.Filament, _cell);
            limits.LowerDischarge((int)(((long)_profile.DischargeRateMaximum_Q24 * _share_Q16) >> 16), LimitReason.Filament, _cell);
        }
    }
}
