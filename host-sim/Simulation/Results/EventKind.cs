namespace Bms.Simulation.Results;

/// <summary>What kind of thing happened at an instant of a run.</summary>
public enum EventKind
{
    /// <summary>A step of the scenario began; it lasts until the next one begins.</summary>
    Step,

    /// <summary>The scenario did something to the pack: a fault, a change of pressure or temperature.</summary>
    Scenario,

    /// <summary>The firmware raised or cleared a diagnosis.</summary>
    Diagnosis,

    /// <summary>The contactors changed state.</summary>
    Contactor,

    /// <summary>A limit of the true cell was broken.</summary>
    Violation,
}
