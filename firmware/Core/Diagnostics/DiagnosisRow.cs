namespace Bms.Core.Diagnostics;

/// <summary>One row of the diagnosis table. It trips above (or below) its threshold and clears beyond the other one.</summary>
public sealed class DiagnosisRow
{
    /// <summary>Stable number.</summary>
    public readonly int Number;

    /// <summary>Name, in the field's words.</summary>
    public readonly string Name;

    /// <summary>What it looks at.</summary>
    public readonly DiagnosisInput Input;

    /// <summary>Whether it trips below its threshold instead of above.</summary>
    public readonly bool TripsBelow;

    /// <summary>Threshold, in the unit of the input.</summary>
    public readonly int Trip;

    /// <summary>Threshold for clearing.</summary>
    public readonly int Clear;

    /// <summary>Time beyond the threshold before it is active, ms.</summary>
    public readonly int Delay_ms;

    /// <summary>Time within bounds before it heals, ms.</summary>
    public readonly int Heal_ms;

    /// <summary>What it leads to.</summary>
    public readonly Severity Severity;

    /// <summary>Whether it stays active until a restart.</summary>
    public readonly bool Latches;

    /// <summary>Makes a row.</summary>
    public DiagnosisRow(
        int number, string name, DiagnosisInput input, bool tripsBelow, int trip, int clear, int delay_ms, int heal_ms, Severity severity, bool latches)
    {
        Number = number;
        Name = name;
        Input = input;
        TripsBelow = tripsBelow;
        Trip = trip;
        Clear = clear;
        Delay_ms = delay_ms;
        Heal_ms = heal_ms;
        Severity = severity;
        Latches = latches;
    }
}
