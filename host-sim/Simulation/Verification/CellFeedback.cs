using Bms.Plant.Parameters;

namespace Bms.Simulation.Verification;

/// <summary>What a load is told of the true cell: its voltage, and the charge that went through its terminals.</summary>
internal sealed class CellFeedback
{
    private readonly OperatingLimits _limits;
    private double _stateOfCharge;

    /// <summary>Begins at rest.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stateOfCharge">Its state of charge.</param>
    /// <param name="voltage">Its terminal voltage, V.</param>
    public CellFeedback(CellParameters cell, double stateOfCharge, double voltage)
    {
        _limits = cell.Limits;
        _stateOfCharge = stateOfCharge;
        Hours = cell.Cell.WindowCapacity / cell.Cell.OneC;
        Voltage = voltage;
    }

    /// <summary>Time from full to empty at 1C, h.</summary>
    public double Hours { get; }

    /// <summary>Terminal voltage, V.</summary>
    public double Voltage { get; private set; }

    /// <summary>Whether a discharge must end: at the lower voltage limit, or when all charge is out.</summary>
    public bool IsEmpty => Voltage <= _limits.VoltageMinimum || _stateOfCharge <= 0;

    /// <summary>Whether a charge must end: at the upper voltage limit, or when all charge is in.</summary>
    public bool IsFull => Voltage >= _limits.VoltageMaximum || _stateOfCharge >= 1;

    /// <summary>A second has passed.</summary>
    /// <param name="rate">At this rate, 1/h, positive on charge.</param>
    /// <param name="voltage">Terminal voltage at its end, V.</param>
    public void Take(double rate, double voltage)
    {
        _stateOfCharge += rate / (3600 * Hours);
        Voltage = voltage;
    }
}
