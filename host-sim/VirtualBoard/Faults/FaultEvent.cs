using System;

namespace Bms.VirtualBoard.Faults;

/// <summary>One fault at one time.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Target">To what; empty for all, or where there is nothing to choose.</param>
/// <param name="Start_us">When it begins, µs of the machine's time.</param>
/// <param name="Duration_us">How long it lasts, µs.</param>
public sealed record FaultEvent(FaultKind Kind, string Target, long Start_us, long Duration_us)
{
    private const long StandardDuration_us = 10_000_000;

    /// <summary>When it ends, µs.</summary>
    public long End_us => Start_us + Duration_us;

    /// <summary>Reads KIND[:TARGET]@START[+DURATION], such as <c>i2c-nack:bq76952@120s+10s</c>; 10 s if no duration is written.</summary>
    /// <exception cref="FaultSpecException">Not understood; the message says what would be.</exception>
    public static FaultEvent Parse(string spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        int at = spec.LastIndexOf('@');
        if (at < 0)
        {
            throw new FaultSpecException($"fault '{spec}': no time; write KIND[:TARGET]@START[+DURATION], such as i2c-nack:bq76952@120s+10s");
        }

        string[] what = spec[..at].Split(':', 2);
        string[] when = spec[(at + 1)..].Split('+', 2);
        FaultKind kind = FaultKind.Find(what[0]) ?? throw new FaultSpecException($"fault '{spec}': no kind '{what[0]}'; {Spelling.Known(what[0], FaultKind.Names)}");
        string target = what.Length > 1 ? what[1] : kind.Target.Standard;
        if (what.Length > 1 && kind.Target == FaultTarget.None)
        {
            throw new FaultSpecException($"fault '{spec}': {kind.Name} has no target");
        }

        if (!kind.Target.Accepts(target))
        {
            string choice = kind.Target.Names.Count > 0 ? Spelling.Known(target, kind.Target.Names) : kind.Target.Summary;
            throw new FaultSpecException($"fault '{spec}': no target '{target}' for {kind.Name}; {choice}");
        }

        return new FaultEvent(kind, target, Time(spec, when[0]), when.Length > 1 ? Time(spec, when[1]) : StandardDuration_us);
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        string target = Target.Length == 0 ? string.Empty : ":" + Target;
        return $"{Kind.Name}{target}@{FaultTime.Write(Start_us)}+{FaultTime.Write(Duration_us)}";
    }

    private static long Time(string spec, string text)
    {
        long time_us = FaultTime.Parse(text);
        return time_us >= 0 ? time_us : throw new FaultSpecException($"fault '{spec}': '{text}' is no time; write 120s, 2min, 500ms or 1h");
    }
}
