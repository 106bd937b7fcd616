namespace Bms.Simulation.Sensors;

/// <summary>How a load cell fails.</summary>
public enum LoadCellFailure
{
    /// <summary>It goes on reporting its last reading as if it were new.</summary>
    Stuck,

    /// <summary>Its circuit is open: every conversion fails.</summary>
    OpenCircuit,
}

/// <summary>A load cell that fails and stays so.</summary>
/// <param name="LoadCell">Which: clamp c has the load cells 2c and 2c + 1. One that the pack does not have fails unseen.</param>
/// <param name="From_s">Since when, s from the beginning of the run.</param>
/// <param name="Failure">How.</param>
public sealed record LoadCellFault(int LoadCell, double From_s, LoadCellFailure Failure);
