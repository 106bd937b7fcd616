using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Scenarios;

/// <summary>Guesses how long steps take, for a progress bar: exact where a step says its time, rough elsewhere.</summary>
internal static class DurationEstimate
{
    private const double WarmingTime = 900;
    private const double FullByVoltage = 0.95;
    private const double EmptyByVoltage = 0.05;

    /// <summary>Time of a list of steps, s; <paramref name="soc"/> (0 to 1) is moved along.</summary>
    public static double Of(IReadOnlyList<Step> steps, int times, double oneC, ref double soc)
    {
        double first = OfOnce(steps, oneC, ref soc);
        return times == 1 ? first : first + ((times - 1) * OfOnce(steps, oneC, ref soc));   // from the second on, every round begins alike
    }

    /// <summary>Time of one step, s; <paramref name="soc"/> is moved along.</summary>
    public static double Of(Step step, double oneC, ref double soc)
    {
        return step switch
        {
            RepeatStep repeat => Of(repeat.Steps, repeat.Times, oneC, ref soc),
            ConstantCurrentStep current => OfCurrent(current, oneC, ref soc),
            LastingStep lasting => Math.Min(lasting.Ends.Seconds ?? double.MaxValue, lasting.Ends.Celsius is null ? double.MaxValue : WarmingTime),
            _ => 0,
        };
    }

    /// <summary>The longest a list of steps can take, s.</summary>
    public static double Longest(IReadOnlyList<Step> steps, int times, double oneC)
    {
        return times * steps.Sum(step => step switch
        {
            RepeatStep repeat => Longest(repeat.Steps, repeat.Times, oneC),
            LastingStep lasting => StepEndWatch.LongestDuration(lasting, oneC),
            _ => 0,
        });
    }

    private static double OfOnce(IReadOnlyList<Step> steps, double oneC, ref double soc)
    {
        double sum = 0;
        foreach (Step step in steps)
        {
            sum += Of(step, oneC, ref soc);
        }

        return sum;
    }

    private static double OfCurrent(ConstantCurrentStep step, double oneC, ref double soc)
    {
        double rate = step.Direction * step.Rate.Ampere(oneC) / oneC / 3600;   // 1/s
        double byVoltage = step.Charges ? FullByVoltage : EmptyByVoltage;
        double target = (step.Ends.Percent / 100) ?? (step.Ends.Volt is null ? (step.Charges ? 1 : 0) : byVoltage);
        double seconds = Math.Max(0, (target - soc) / rate);
        seconds = Math.Min(seconds, step.Ends.Seconds ?? double.MaxValue);
        bool timed = step.Ends is { Volt: null, Percent: null, Seconds: not null };
        soc = Math.Clamp(soc + (seconds * rate), 0, 1);
        return timed ? step.Ends.Seconds!.Value : seconds;
    }
}
