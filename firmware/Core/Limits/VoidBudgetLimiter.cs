using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// The second line behind the stripping limit: it remembers what discharge has stripped beyond a cautious limit and creep has
/// not healed. As that budget runs out discharge falls to what leaves no void even by the cautious limit, the next charge
/// falls with it, since lithium is plated unevenly around voids, and a healing rest is asked for.
/// </summary>
/// <remarks>
/// dX/dt = max(0, i/θ - c i_strip(P, T)) - b ε' X, with c below 1 for a cell that is weaker than its design: the true constraint's own
/// law. aX is the contact it may have cost. Review section 2.2.
/// </remarks>
public sealed class VoidBudgetLimiter : Limiter
{
    private const int Period_ms = 1000;
    private const long MostStripped_Q24 = 1L << 44;
    private const long LeastStripped_Q24 = 1L << 14;
    private const long FastestHealing_Q36 = 1L << 30;
    private const int LeastContact_Q30 = 1 << 22;
    private const int LongestRest_s = 360000;

    /// <summary>Rest after which half of the worst cell's voids beyond the reducing budget are healed, s; 0 when none is needed.</summary>
    public int Rest_s;

    private readonly CellProfile _profile;
    private readonly PackProfile _pack;
    private readonly CellStates _states;
    private readonly ClampModel _clamps;
    private readonly long _caution_Q16;
    private readonly long _soft_Q30;
    private readonly long _hard_Q30;

    // charge stripped beyond the cautious limit, C ms
    private readonly long[] _stripped_Q24;

    /// <summary>Makes the limiter of all cells.</summary>
    public VoidBudgetLimiter(CellProfile profile, PackProfile pack, CellModel model, Settings settings)
        : base(LimitReason.VoidBudget)
    {
        _profile = profile;
        _pack = pack;
        _states = model.States;
        _clamps = model.Clamps;
        _caution_Q16 = ((long)settings.Value(Setting.VoidCaution) << 16) / 1000000;
        _soft_Q30 = ((long)settings.Value(Setting.VoidBudgetSoft) << 30) / 1000000;
        _hard_Q30 = ((long)settings.Value(Setting.VoidBudgetHard) << 30) / 1000000;
        _stripped_Q24 = new long[pack.CellCount];
    }

    /// <summary>Takes over what was remembered of a cell: voids last over a restart. What was not kept, or is less than nothing, is none.</summary>
    public void Restore(int cell, RestoredState state)
    {
        long stripped_Q24 = state.Stripped_Q24[cell];
        _stripped_Q24[cell] = stripped_Q24 < LeastStripped_Q24 ? 0 : (stripped_Q24 > MostStripped_Q24 ? MostStripped_Q24 : stripped_Q24);
    }

    /// <summary>Writes down what <see cref="Restore"/> needs.</summary>
    public void Remember(int cell, RestoredState state)
    {
        state.Stripped_Q24[cell] = _stripped_Q24[cell];
    }

    /// <summary>Once a second for every cell, after its model step.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="clamp">Its clamp.</param>
    public void Consider(int cell, int clamp)
    {
        CellStates states = _states;
        long stripped_Q24 = _stripped_Q24[cell];
        int rate_Q24 = states.Rate_Q24[cell];
        if (rate_Q24 >= 0 && stripped_Q24 == 0)
        {
            return;
        }

        CellProfile profile = _profile;
        int position = states.CoreTemperature_mK[cell] - Grid.TemperatureFirst_mK;
        if ((uint)position > Grid.TemperatureLast)
        {
            position = position < 0 ? 0 : Grid.TemperatureLast;
        }

        int node = position >> Grid.TemperatureShift;
        long part = position & Grid.TemperatureMask;
        if (stripped_Q24 != 0)
        {
            int[] creep = profile.CreepTemperature_Q16;
            long healing_Q36 = creep[node];
            healing_Q36 = (_clamps.Healing_Q36[clamp] * (healing_Q36 + (((creep[node + 1] - healing_Q36) * part) >> Grid.TemperatureShift))) >> 16;
            healing_Q36 = healing_Q36 > FastestHealing_Q36 ? FastestHealing_Q36 : healing_Q36;
            stripped_Q24 -= ((stripped_Q24 >> 12) * healing_Q36) >> 24;   // in a second; rounds to the cautious side
            stripped_Q24 = stripped_Q24 < LeastStripped_Q24 ? 0 : stripped_Q24;
        }

        if (rate_Q24 < 0)
        {
            int[] factor = profile.StrippingTemperature_Q16;
            long limit_Q24 = factor[node];
            limit_Q24 = (_clamps.Stripping_Q24[clamp] * (limit_Q24 + (((factor[node + 1] - limit_Q24) * part) >> Grid.TemperatureShift))) >> 16;
            limit_Q24 = limit_Q24 > profile.StrippingCeiling_Q24 ? profile.StrippingCeiling_Q24 : limit_Q24;
            int contact_Q30 = states.Contact_Q30[cell];
            long local_Q24 = -(long)rate_Q24;
            local_Q24 = contact_Q30 == 1 << 30 ? local_Q24 : (local_Q24 << 30) / (contact_Q30 < LeastContact_Q30 ? LeastContact_Q30 : contact_Q30);
            long excess_Q24 = local_Q24 - ((limit_Q24 * _caution_Q16) >> 16);
            if (excess_Q24 > 0)
            {
                stripped_Q24 += excess_Q24 * Period_ms;
                stripped_Q24 = stripped_Q24 > MostStripped_Q24 ? MostStripped_Q24 : stripped_Q24;
            }
        }

        _stripped_Q24[cell] = stripped_Q24;
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        long most_Q24 = 0;
        int cell = 0;
        long[] stripped_Q24 = _stripped_Q24;
        for (int k = 0; k < stripped_Q24.Length; k++)
        {
            if (stripped_Q24[k] > most_Q24)
            {
                most_Q24 = stripped_Q24[k];
                cell = k;
            }
        }

        long lost_Q30 = ((most_Q24 / 1000) * _profile.ContactLoss_Q30) >> 24;
        if (lost_Q30 <= _soft_Q30)
        {
            Charge_Q24 = int.MaxValue;
            Discharge_Q24 = int.MaxValue;
            Rest_s = 0;
            return;
        }

        // from half as much again as the cautious limit down to a little below it, where voids heal
        int left_Q16 = Fade_Q16(_hard_Q30 - lost_Q30, _hard_Q30 - _soft_Q30);
        int contact_Q30 = _states.Contact_Q30[cell];
        long local_Q24 = (Cautious_Q24(cell) * (62259 + ((left_Q16 * 36045L) >> 16))) >> 16;
        Discharge_Q24 = Bounded((local_Q24 * contact_Q30) >> 30);
        local_Q24 = _clamps.Plating_Q24[_pack.ClampOfCell[cell]];
        local_Q24 = (local_Q24 * Grid.AtTemperature(_profile.PlatingTemperature_Q16, Position(cell))) >> 16;
        local_Q24 = local_Q24 > _profile.PlatingCeiling_Q24 ? _profile.PlatingCeiling_Q24 : local_Q24;
        Charge_Q24 = Bounded((((local_Q24 * contact_Q30) >> 30) * (65536 + left_Q16)) >> 17);
        ChargePlace = cell;
        DischargePlace = cell;

        // X falls by b ε' X: to half of the excess, at the mean of both ends
        long healing_Q36 = Healing_Q36(cell);
        long rest_s = healing_Q36 < 1 || lost_Q30 < 1 ? LongestRest_s : (((lost_Q30 - _soft_Q30) << 30) / lost_Q30 << 5) / healing_Q36;
        Rest_s = rest_s > LongestRest_s ? LongestRest_s : (int)rest_s;
    }

    private static int Bounded(long rate_Q24)
    {
        return rate_Q24 > int.MaxValue ? int.MaxValue : (int)rate_Q24;
    }

    private int Position(int cell)
    {
        return Grid.TemperaturePosition(_states.CoreTemperature_mK[cell]);
    }

    private long Cautious_Q24(int cell)
    {
        long limit_Q24 = _clamps.Stripping_Q24[_pack.ClampOfCell[cell]];
        limit_Q24 = (limit_Q24 * Grid.AtTemperature(_profile.StrippingTemperature_Q16, Position(cell))) >> 16;
        limit_Q24 = limit_Q24 > _profile.StrippingCeiling_Q24 ? _profile.StrippingCeiling_Q24 : limit_Q24;
        return (limit_Q24 * _caution_Q16) >> 16;
    }

    private long Healing_Q36(int cell)
    {
        long healing_Q36 = _clamps.Healing_Q36[_pack.ClampOfCell[cell]];
        healing_Q36 = (healing_Q36 * Grid.AtTemperature(_profile.CreepTemperature_Q16, Position(cell))) >> 16;
        return healing_Q36 > FastestHealing_Q36 ? FastestHealing_Q36 : healing_Q36;
    }
}
