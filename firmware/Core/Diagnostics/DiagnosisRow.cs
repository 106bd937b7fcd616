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
    /// <param name="number">Its number.</param>
    /// <param name="name">Its name.</param>
    /// <param name="thresholds">All rows, see <see cref="DiagnosisTable.Thresholds"/>.</param>
    /// <param name="at">Where the row begins in them.</param>
    public DiagnosisRow(int number, string name, int[] thresholds, int at)
    {
        Number = number;
        Name = name;
        Input = (DiagnosisInput)thresholds[at];
        TripsBelow = thresholds[at + DiagnosisTable.Side] != 0;
        Trip = thresholds[at + DiagnosisTable.Trip];
        Clear = thresholds[at + DiagnosisTable.Clear];
        Delay_ms = thresholds[at + DiagnosisTable.Delay_ms];
        Heal_ms = thresholds[at + DiagnosisTable.Heal_ms];
        Severity = (Severity)thresholds[at + DiagnosisTable.Level];
        Latches = thresholds[at + DiagnosisTable.Latches] != 0;
    }
}
