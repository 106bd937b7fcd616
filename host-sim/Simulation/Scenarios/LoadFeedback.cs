namespace Bms.Simulation.Scenarios;

/// <summary>What the load is told at one instant: measured values and the limits in force, as a battery manager reports them.</summary>
/// <remarks>A value not known yet is NaN: no end is ever reached by it.</remarks>
public readonly record struct LoadFeedback
{
    /// <summary>Nothing known yet, nothing allowed.</summary>
    public static LoadFeedback Unknown { get; } = new()
    {
        MinimumCellVoltage = double.NaN,
        MaximumCellVoltage = double.NaN,
        PackVoltage = double.NaN,
        StateOfCharge = double.NaN,
        MinimumTemperature = double.NaN,
        MaximumTemperature = double.NaN,
    };

    /// <summary>Lowest measured cell voltage, V.</summary>
    public double MinimumCellVoltage { get; init; }

    /// <summary>Highest measured cell voltage, V.</summary>
    public double MaximumCellVoltage { get; init; }

    /// <summary>Measured pack voltage, V.</summary>
    public double PackVoltage { get; init; }

    /// <summary>Mean estimated state of charge, 0 to 1.</summary>
    public double StateOfCharge { get; init; }

    /// <summary>Lowest measured temperature, degC.</summary>
    public double MinimumTemperature { get; init; }

    /// <summary>Highest measured temperature, degC.</summary>
    public double MaximumTemperature { get; init; }

    /// <summary>Charge limit in force, A, 0 or above; infinite when limits are ignored.</summary>
    public double ChargeLimit { get; init; }

    /// <summary>Discharge limit in force, A, 0 or above; infinite when limits are ignored.</summary>
    public double DischargeLimit { get; init; }

    /// <summary>Current that flows, A, positive = charge.</summary>
    public double AppliedCurrent { get; init; }
}
