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
    private readonly CellExtremes _extremes;
    private readonly long _soft_Q40;
    private readonly long _hard_Q40;
    private readonly long[] _start_Q40;

    /// <summary>Makes the limiter of all cells; growth counts from <see cref="Begin"/>.</summary>
    public FilamentLimiter(CellProfile profile, CellModel model, Settings settings)
        : base(LimitReason.Filament)
    {
        _profile = profile;
        _states = model.States;
        _extremes = model.Extremes;
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
        long[] start_Q40 = _start_Q40;
        long most = 0;
        int cell = 0;
        int count = _extremes.LargestFilament_Q30 > 0 ? filament_Q40.Length : 0;
        for (int k = 0; k < count; k++)
        {
            long growth = filament_Q40[k] - start_Q40[k];
            if (growth > most)
            {
                most = growth;
                cell = k;
            }
        }

        int share = 65536;
        if (most >= _hard_Q40)
        {
            share = 0;
        }
        else if (most > _soft_Q40)
        {
            long width = (_hard_Q40 - _soft_Q40) >> 16;
            share = width < 1 ? 0 : (int)((_hard_Q40 - most) / width);
        }

        Share(share, _profile.ChargeRateMaximum_Q24, _profile.DischargeRateMaximum_Q24, cell);
    }
}
