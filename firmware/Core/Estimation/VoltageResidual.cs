using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Estimation;

/// <summary>
/// What each cell's voltage keeps differing from the reduced-order model by, learnt on line from three features that the joint
/// filter has no state for: a standing part, the curvature of the current, and slow polarisation. At most 20 mV.
/// </summary>
/// <remarks>
/// Hybrid model: the physics predicts, a small linear model of the same inputs learns what it leaves (review section 5.2).
/// r = w · x; at each correction of the cell that is not a surprise, w += (e - r) x / (32 (1 + |x|²)), a normalised gradient step
/// (Widrow-Hoff) that takes some ten minutes. The standing part is what the filter takes for the sensor's error or for the curve's; curvature is
/// asinh of the drive of the positive interface (review Eq. 11), where it departs from the law's; slow polarisation is the overpotential of the last
/// minute, for diffusion that the model's few volumes smooth. Nothing is fed back: state of charge, resistance, contact and
/// capacity are the same with it and without. Nothing is kept over a restart.
/// </remarks>
public sealed class VoltageResidual
{
    /// <summary>Highest magnitude of a correction, µV.</summary>
    public const int Highest_uV = 20000;

    private const int Features = 3;
    private const int One_Q10 = 1 << 10;
    private const int HighestFeature_Q10 = 2 << 10;
    private const int HighestWeight_Q8 = Highest_uV << 8;

    // a feature is 1 at an asinh of 2, and at 131 mV of slow polarisation
    private const int FeatureShift = 7;

    private const long TwoOnes_Q20 = 2L << 20;

    private const int SlowShift = 6;

    // 1 - (1 - 1/64)^10
    private const int TenSeconds_Q10 = 149;

    // current flows from C/64 on, and has flowed within minutes while 8 mV of slow polarisation are left
    private const int Flowing_Q24 = 1 << 18;
    private const int Lingering_uV = 8000;

    private readonly CellStates _states;
    private readonly Readings _readings;
    private readonly bool _isOn;
    private readonly int[] _weight_Q8;
    private readonly int[] _slow_uV;

    // the features of the last sum
    private long _curvature_Q10;
    private long _slowness_Q10;

    /// <summary>Makes the residuals of all cells, zero; they stay so where the setting says that there is no correction.</summary>
    public VoltageResidual(CellStates states, Readings readings, Settings settings)
    {
        _states = states;
        _readings = readings;
        _isOn = settings.Value(Setting.VoltageCorrection) != 0;
        _weight_Q8 = new int[states.Count * Features];
        _slow_uV = new int[states.Count];
    }

    /// <summary>Follows a cell's slow polarisation, once a second after its model step.</summary>
    public void Follow(int cell)
    {
        int slow_uV = _slow_uV[cell];
        _slow_uV[cell] = slow_uV + (int)((_states.Overpotential_uV[cell] - (long)slow_uV) >> SlowShift);
    }

    /// <summary>Learns from a voltage that can be believed; nothing where current neither flows nor has flowed of late.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="innovation_uV">Measured voltage less the model's.</param>
    public void Learn(int cell, long innovation_uV)
    {
        int rate_Q24 = _readings.ScanRate_Q24;
        int slow_uV = _slow_uV[cell];
        bool isExcited = rate_Q24 > Flowing_Q24 || rate_Q24 < -Flowing_Q24 || slow_uV > Lingering_uV || slow_uV < -Lingering_uV;
        if (!_isOn || !isExcited)
        {
            return;
        }

        int[] weight_Q8 = _weight_Q8;
        int at = cell * Features;
        long left_uV = Saturating.Within(innovation_uV - Correction_uV(cell), Highest_uV);
        long curvature_Q10 = _curvature_Q10;
        long slowness_Q10 = _slowness_Q10;

        // 2^8 of the weights through a gain of 1/32, and ten bits more
        long square_Q20 = TwoOnes_Q20 + (curvature_Q10 * curvature_Q10) + (slowness_Q10 * slowness_Q10);
        long step_Q10 = (left_uV << 23) / (square_Q20 < TwoOnes_Q20 ? TwoOnes_Q20 : square_Q20);
        weight_Q8[at] = (int)Saturating.Within(weight_Q8[at] + step_Q10, HighestWeight_Q8);
        weight_Q8[at + 1] = (int)Saturating.Within(weight_Q8[at + 1] + ((step_Q10 * curvature_Q10) >> 10), HighestWeight_Q8);
        weight_Q8[at + 2] = (int)Saturating.Within(weight_Q8[at + 2] + ((step_Q10 * slowness_Q10) >> 10), HighestWeight_Q8);
    }

    /// <summary>What is to be added to a cell's modelled voltage at the current of the last voltage scan, µV.</summary>
    public int Correction_uV(int cell)
    {
        return Sum_uV(cell, One_Q10, _states.PositiveReaction_Q16[cell], _slow_uV[cell]);
    }

    /// <summary>What a current held for ten seconds would add to the correction that there is without, µV.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="reaction_Q16">Overpotential of the positive interface at that current, in 2RT/F.</param>
    /// <param name="overpotential_uV">The whole overpotential at that current.</param>
    public int Ahead_uV(int cell, int reaction_Q16, long overpotential_uV)
    {
        return Sum_uV(cell, 0, reaction_Q16, (overpotential_uV * TenSeconds_Q10) >> 10);
    }

    private int Sum_uV(int cell, int standing_Q10, int reaction_Q16, long slow_uV)
    {
        int[] weight_Q8 = _weight_Q8;
        int at = cell * Features;
        _curvature_Q10 = (int)Saturating.Within(reaction_Q16 >> FeatureShift, HighestFeature_Q10);
        _slowness_Q10 = (int)Saturating.Within(slow_uV >> FeatureShift, HighestFeature_Q10);
        long sum_Q18 = ((long)weight_Q8[at] * standing_Q10) + (weight_Q8[at + 1] * _curvature_Q10) + (weight_Q8[at + 2] * _slowness_Q10);
        return (int)Saturating.Within(sum_Q18 >> 18, Highest_uV);
    }
}
