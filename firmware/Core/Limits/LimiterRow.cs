namespace Bms.Core.Limits;

/// <summary>One row of the table of limiters.</summary>
public sealed class LimiterRow
{
    /// <summary>Stable number, see <see cref="LimiterNumber"/>; also the bit by which it can be switched off in a simulator.</summary>
    public readonly int Number;

    /// <summary>Stable name, words joined by hyphens.</summary>
    public readonly string Key;

    /// <summary>The reason it gives; of the pressure limiter the one at low pressure.</summary>
    public readonly LimitReason Reason;

    /// <summary>What it looks at, for a person.</summary>
    public readonly string Inputs;

    /// <summary>The cells of review Table 2 that it answers: bits of <see cref="ReviewTrigger"/>.</summary>
    public readonly long Answers;

    /// <summary>Makes a row.</summary>
    public LimiterRow(int number, string key, LimitReason reason, string inputs, long answers)
    {
        Number = number;
        Key = key;
        Reason = reason;
        Inputs = inputs;
        Answers = answers;
    }
}
