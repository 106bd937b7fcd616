using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Storage;

namespace Bms.Core.Estimation;

/// <summary>Brings what was learnt of the cells over a restart. What was known fades with the time away.</summary>
public sealed class EstimateMemory
{
    private readonly CellModel _model;
    private readonly CellStates _states;
    private readonly StateOfChargeEstimator _estimator;
    private readonly int _restored_ppm;

    /// <summary>Remembers for the cells of <paramref name="model"/>, which <paramref name="estimator"/> corrects.</summary>
    public EstimateMemory(CellModel model, StateOfChargeEstimator estimator, Settings settings)
    {
        _model = model;
        _states = model.States;
        _estimator = estimator;
        _restored_ppm = settings.Value(Setting.RestoredUncertainty);
    }

    /// <summary>Takes over what a device remembered of a cell whose state of charge has just been set. Scales out of range are those of the profile.</summary>
    public void Restore(int cell, RestoredState state)
    {
        CellStates states = _states;
        states.OhmicScale_Q20[cell] = Plausible(state.OhmicScale_Q20[cell]);
        states.ReactionScale_Q20[cell] = Plausible(state.ReactionScale_Q20[cell]);
        states.CapacityScale_Q20[cell] = Plausible(state.CapacityScale_Q20[cell]);
        _model.Ageing.PublishCapacity(cell);

        // lithium inside the particles is taken as at rest, which the setting allows for
        long away_s = state.Age_s < 0 ? 0 : state.Age_s;
        int faded_ppm = Faded(state.Deviation_ppm[cell], away_s * CertaintyDrift.Charge_ppm2);
        int charge_ppm = faded_ppm < _restored_ppm ? _restored_ppm : faded_ppm;
        int resistance_ppm = Faded(state.ResistanceDeviation_ppm[cell], away_s * CertaintyDrift.Resistance_ppm2);
        _estimator.Begin(cell, charge_ppm, resistance_ppm, Faded(state.CapacityDeviation_ppm[cell], away_s * CertaintyDrift.Capacity_ppm2));
    }

    /// <summary>Writes down what <see cref="Restore"/> needs.</summary>
    public void Remember(int cell, RestoredState state)
    {
        CellStates states = _states;
        state.Deviation_ppm[cell] = (int)SquareRoot.Floor(states.Variance_ppm2[cell]);
        state.OhmicScale_Q20[cell] = states.OhmicScale_Q20[cell];
        state.ReactionScale_Q20[cell] = states.ReactionScale_Q20[cell];
        state.ResistanceDeviation_ppm[cell] = states.OhmicDeviation_ppm[cell];
        state.CapacityScale_Q20[cell] = states.CapacityScale_Q20[cell];
        state.CapacityDeviation_ppm[cell] = states.CapacityDeviation_ppm[cell];
    }

    /// <summary>A deviation that has grown; none stays none, which is for a state that was never learnt.</summary>
    private static int Faded(int deviation_ppm, long grown_ppm2)
    {
        if (deviation_ppm <= 0)
        {
            return 0;
        }

        long faded_ppm = SquareRoot.Floor(((long)deviation_ppm * deviation_ppm) + grown_ppm2);
        return faded_ppm > StateCovariance.Highest_ppm ? StateCovariance.Highest_ppm : (int)faded_ppm;
    }

    private static int Plausible(int scale_Q20)
    {
        return scale_Q20 < StateCorrection.LowestScale_Q20 || scale_Q20 > StateCorrection.HighestScale_Q20 ? 1 << 20 : scale_Q20;
    }
}
