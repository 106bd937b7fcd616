namespace Bms.Core.Limits;

/// <summary>One row of the table of reasons.</summary>
public sealed class LimitReasonRow
{
    /// <summary>Stable number.</summary>
    public readonly LimitReason Reason;

    /// <summary>Short name, as in result files.</summary>
    public readonly string Name;

    /// <summary>What it means, for a person.</summary>
    public readonly string Text;

    /// <summary>Makes a row.</summary>
    public LimitReasonRow(LimitReason reason, string name, string text)
    {
        Reason = reason;
        Name = name;
        Text = text;
    }
}
