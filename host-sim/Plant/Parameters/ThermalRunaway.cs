namespace Bms.Plant.Parameters;

/// <summary>The reaction by which a hot cell heats itself: k(T) = k_onset exp(E/R (1/T_onset - 1/T)).</summary>
public sealed record ThermalRunaway
{
    /// <summary>Core temperature at which a fresh cell without heat loss warms itself by 0.02 K a minute, K.</summary>
    public required double Onset { get; init; }

    /// <summary>Activation energy E, J/mol.</summary>
    public required double Activation { get; init; }

    /// <summary>By how much the whole reaction would warm a cell without heat loss, K.</summary>
    public required double AdiabaticRise { get; init; }
}
