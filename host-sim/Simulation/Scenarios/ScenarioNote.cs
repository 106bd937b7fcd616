namespace Bms.Simulation.Scenarios;

/// <summary>What a note is about.</summary>
public enum NoteKind
{
    /// <summary>A step begins; the text is its sentence.</summary>
    Step,

    /// <summary>An event begins; the text is its sentence.</summary>
    Event,

    /// <summary>A step was broken off because its end could not be reached; the text says which and why.</summary>
    BrokenOff,
}

/// <summary>Something a report tells of the course of a scenario.</summary>
/// <param name="Time">When, s.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">What happened.</param>
public sealed record ScenarioNote(double Time, NoteKind Kind, string Text);
