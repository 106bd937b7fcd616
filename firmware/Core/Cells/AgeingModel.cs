using Bms.Core.FixedPoint;

namespace Bms.Core.Cells;

/// <summary>
/// How every cell wears: its interphase thickens, time and use take capacity. All of it is slow, so the cells take turns, each
/// every twenty seconds, and each takes what time and charge did since its own last turn.
/// </summary>
/// <remarks>
/// Interphase d(R²)/dt = K² (1 + gamma C)² and calendar fade d(q²)/dt = K², both with K = k exp(-E/RT) exp(beta (U - U_ref));
/// cycle fade dq/dEFC = k (1 + k_deep max(0, x_strain - x_s)/x_strain)(1 + k_rate max(0, C - 1)). K² spans ten powers of ten between
/// frost and fire; its logarithm is a straight line in 1/T and U, and that line is what the profile holds.
/// </remarks>
public sealed class AgeingModel
{
    private const long GreatestSquare_Q20 = (long)int.MaxValue * int.MaxValue;
    private const int Whole_Q30 = 1 << 30;
    private const long Whole_Q60 = 1L << 60;
    private const long Greatest = 1L << 62;
    private const int LeastCapacity_Q30 = 1 << 29;
    private const int MostCapacity_Q30 = (1 << 30) + (1 << 29);

    // what came between two turns, bounded so that no product leaves 63 bits
    private const long LongestStress_ms = 1 << 24;
    private const long MostUse_Q24 = 1L << 46;

    private const int LongestStep_ms = 60000;
    private const int CallsPerTurn = 20;
    private const int LowestTemperature_mK = 100000;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly RateScale _rate;
    private readonly long _conductionReference_Q16;
    private long _time_ms;
    private long _charge_uAms;
    private int _turn;
    private int _due;

    // counters of what all cells go through, and what each had seen of them at its last turn; only differences count
    private long _passed_ms;
    private long _stress_Q16;
    private long _use_Q24;
    private readonly long[] _seenPassed_ms;
    private readonly long[] _seenStress_Q16;
    private readonly long[] _seenUse_Q24;

    /// <summary>Makes the model of all cells of <paramref name="states"/>, each of the age it has there.</summary>
    public AgeingModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        _rate = new RateScale(profile.OneC_uA);
        _seenPassed_ms = new long[states.Count];
        _seenStress_Q16 = new long[states.Count];
        _seenUse_Q24 = new long[states.Count];
        _conductionReference_Q16 = OverTemperature(profile.InterphaseConduction_Q8, profile.ReferenceTemperature_mK);
    }

    /// <summary>Sets what <see cref="Advance"/> counts from.</summary>
    /// <param name="time_ms">Present time.</param>
    /// <param name="charge_uAms">Present value of the charge counter.</param>
    public void Begin(long time_ms, long charge_uAms)
    {
        _time_ms = time_ms;
        _charge_uAms = charge_uAms;
    }

    /// <summary>Sets the age of a cell; what is out of range is taken as the nearest that is not.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="interphaseSquare_Q20">Square of the interphase's growth, µV² per C².</param>
    /// <param name="calendarSquare_Q60">Square of the share that time took.</param>
    /// <param name="cycleFade_Q60">Share that use took.</param>
    public void Reset(int cell, long interphaseSquare_Q20, long calendarSquare_Q60, long cycleFade_Q60)
    {
        CellStates states = _states;
        states.InterphaseSquare_Q20[cell] = Within(interphaseSquare_Q20, GreatestSquare_Q20);
        states.CalendarSquare_Q60[cell] = Within(calendarSquare_Q60, Whole_Q60);
        states.CycleFade_Q60[cell] = Within(cycleFade_Q60, Whole_Q60);
        states.InterphaseGrowth_Q10[cell] = (int)SquareRoot.Floor(states.InterphaseSquare_Q20[cell]);
        states.CalendarFade_Q30[cell] = (int)SquareRoot.Floor(states.CalendarSquare_Q60[cell]);
        PublishDrop(cell, Temperature(cell));
        PublishCapacity(cell);
    }

    /// <summary>Counts what time and charge did to all cells, and lets those age whose turn it is. To be called once a second.</summary>
    /// <param name="time_ms">Present time; a gap of more than a minute counts as a minute.</param>
    /// <param name="charge_uAms">Present value of the charge counter.</param>
    public void Advance(long time_ms, long charge_uAms)
    {
        long elapsed_ms = time_ms - _time_ms;
        if (elapsed_ms < 1)
        {
            return;
        }

        elapsed_ms = elapsed_ms > LongestStep_ms ? LongestStep_ms : elapsed_ms;
        long rate_Q24 = _rate.Rate_Q24((charge_uAms - _charge_uAms) / elapsed_ms);
        rate_Q24 = rate_Q24 < 0 ? -rate_Q24 : rate_Q24;
        _time_ms = time_ms;
        _charge_uAms = charge_uAms;

        CellProfile profile = _profile;
        long stress_Q16 = 65536 + ((rate_Q24 * profile.InterphaseCurrent_Q16) >> 24);
        long fast_Q24 = rate_Q24 - (1 << 24);
        if (fast_Q24 > 0)
        {
            rate_Q24 += (((fast_Q24 * profile.CycleRate_Q16) >> 24) * rate_Q24) >> 16;
        }

        _passed_ms += elapsed_ms;
        _stress_Q16 += ((stress_Q16 * stress_Q16) >> 16) * elapsed_ms;
        _use_Q24 += rate_Q24 * elapsed_ms;

        _due += _states.Count;
        while (_due >= CallsPerTurn)
        {
            _due -= CallsPerTurn;
            Wear(_turn);
            _turn = _turn + 1 < _states.Count ? _turn + 1 : 0;
        }
    }

    private void Wear(int cell)
    {
        CellProfile profile = _profile;
        CellStates states = _states;
        long passed_ms = Within(_passed_ms - _seenPassed_ms[cell], LongestStress_ms);
        long stress_ms = Within((_stress_Q16 - _seenStress_Q16[cell]) >> 16, LongestStress_ms);
        long use_Q8 = Within(_use_Q24 - _seenUse_Q24[cell], MostUse_Q24) >> 16;
        _seenPassed_ms[cell] = _passed_ms;
        _seenStress_Q16[cell] = _stress_Q16;
        _seenUse_Q24[cell] = _use_Q24;

        int temperature_mK = Temperature(cell);
        long potential_uV = states.ModelVoltage_uV[cell] - (long)states.Overpotential_uV[cell];

        long rate_Q16 = profile.InterphaseGrowth_Q16 - OverTemperature(profile.InterphaseActivation_Q8, temperature_mK) + (profile.InterphaseVoltage_Q16 * potential_uV / 1000000);
        long square = states.InterphaseSquare_Q20[cell] + Scaled(stress_ms, rate_Q16);
        square = square > GreatestSquare_Q20 ? GreatestSquare_Q20 : square;
        states.InterphaseSquare_Q20[cell] = square;
        states.InterphaseGrowth_Q10[cell] = Root(states.InterphaseGrowth_Q10[cell], square, int.MaxValue);
        PublishDrop(cell, temperature_mK);

        rate_Q16 = profile.CalendarFade_Q16 - OverTemperature(profile.CalendarActivation_Q8, temperature_mK) + (profile.CalendarVoltage_Q16 * potential_uV / 1000000);
        square = states.CalendarSquare_Q60[cell] + Scaled(passed_ms, rate_Q16);
        square = square > Whole_Q60 ? Whole_Q60 : square;
        states.CalendarSquare_Q60[cell] = square;
        states.CalendarFade_Q30[cell] = Root(states.CalendarFade_Q30[cell], square, Whole_Q30);

        long strain_Q30 = (long)profile.CycleStrain_Q30 - states.SurfaceStoichiometry_Q30[cell];
        long deep_Q16 = strain_Q30 > 0 ? 65536 + ((strain_Q30 * profile.CycleDepth_Q16) >> 30) : 65536;
        long fade_Q60 = states.CycleFade_Q60[cell] + ((((use_Q8 * profile.CycleFade_Q60) >> 20) * deep_Q16) >> 4);
        states.CycleFade_Q60[cell] = fade_Q60 > Whole_Q60 ? Whole_Q60 : fade_Q60;
        PublishCapacity(cell);
    }

    // The interphase conducts worse in the cold.
    private void PublishDrop(int cell, int temperature_mK)
    {
        CellStates states = _states;
        long colder_Q16 = OverTemperature(_profile.InterphaseConduction_Q8, temperature_mK) - _conductionReference_Q16;
        states.InterphaseDrop_Q8[cell] = Saturating.ToInt(Scaled(states.InterphaseGrowth_Q10[cell], colder_Q16) >> 2);
    }

    /// <summary>Publishes a cell's capacity: what age has left of it, times its scale.</summary>
    public void PublishCapacity(int cell)
    {
        CellStates states = _states;
        long left_Q30 = (1L << 30) - states.CalendarFade_Q30[cell] - (states.CycleFade_Q60[cell] >> 30);
        left_Q30 = (left_Q30 * states.CapacityScale_Q20[cell]) >> 20;
        left_Q30 = left_Q30 < LeastCapacity_Q30 ? LeastCapacity_Q30 : left_Q30;
        left_Q30 = left_Q30 > MostCapacity_Q30 ? MostCapacity_Q30 : left_Q30;
        states.Capacity_Q30[cell] = (int)left_Q30;
        states.Crowding_Q30[cell] = (int)((((1L << 60) + (left_Q30 >> 1)) / left_Q30) - (1L << 30));
    }

    private int Temperature(int cell)
    {
        int temperature_mK = _states.CoreTemperature_mK[cell];
        return temperature_mK < LowestTemperature_mK ? LowestTemperature_mK : temperature_mK;
    }

    private static long OverTemperature(int activation_Q8, int temperature_mK)
    {
        return activation_Q8 * 256000L / (temperature_mK | 1);
    }

    /// <summary>A value below 2^46 times a power of two, to 2^-13 of it, at most 2^62.</summary>
    private static long Scaled(long value, long log2_Q16)
    {
        long shift = (log2_Q16 >> 16) - 16;
        if (shift < -63)
        {
            return 0;
        }

        // 2^f as a cubic that is exact at both ends
        long f = log2_Q16 & 0xFFFF;
        long product = value * (65536 + ((f * (45575 + ((f * (14831 + ((f * 5130) >> 16))) >> 16))) >> 16));
        if (shift <= 0)
        {
            return product >> (int)-shift;
        }

        int up = shift > 62 ? 62 : (int)shift;
        return product > Greatest >> up ? Greatest : product << up;
    }

    /// <summary>The root of a square that has grown a little, at most <paramref name="most"/>: two steps of Newton's from the root before, to 3e-5.</summary>
    private static int Root(int before, long square, int most)
    {
        long root = (before + (square / (before | 1))) >> 1;
        if (root - before > root >> 3)
        {
            root = SquareRoot.Floor(square);
        }
        else
        {
            root = (root + (square / ((root & long.MaxValue) | 1))) >> 1;
        }

        if (root > most)
        {
            return most;
        }

        return root > before ? (int)root : before;
    }

    private static long Within(long value, long most)
    {
        if (value < 0)
        {
            return 0;
        }

        return value > most ? most : value;
    }
}
