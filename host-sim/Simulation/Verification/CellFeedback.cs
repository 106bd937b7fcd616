using Bms.Plant.Parameters;

namespace Bms.Simulation.Verification;

/// <summary>What a load is told of the true cell: how it stands now, and the window it works in.</summary>
internal sealed class CellFeedback(OperatingLimits limits)
{
    /// <summary>Terminal voltage, V.</summary>
    public double Voltage { get; set; }

    /// <summary>Whether a discharge must end.</summary>
    public bool IsEmpty => Voltage <= limits.VoltageMinimum;

    /// <summary>Whether a charge must end.</summary>
    public bool IsFull => Voltage >= limits.VoltageMaximum;
}
