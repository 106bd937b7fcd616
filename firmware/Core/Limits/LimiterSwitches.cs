using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>Which limiters are on: on a device all of them; a simulator can switch each off to show what it is needed for.</summary>
public sealed class LimiterSwitches
{
    private readonly int _off;

    /// <summary>Reads the switches.</summary>
    /// <param name="settings">Settings; those of a device have no <see cref="Setting.LimitersOff"/>.</param>
    public LimiterSwitches(Settings settings)
    {
        _off = settings.Value(Setting.LimitersOff);
    }

    /// <summary>Whether a limiter is on.</summary>
    /// <param name="number">One of <see cref="LimiterNumber"/>.</param>
    public bool IsOn(int number)
    {
        return ((_off >> number) & 1) == 0;
    }

    /// <summary>Those of some limiters that are on, in their order.</summary>
    /// <param name="limiters">The limiters.</param>
    /// <param name="numbers">The number of each.</param>
    public Limiter[] On(Limiter[] limiters, int[] numbers)
    {
        int count = 0;
        for (int k = 0; k < numbers.Length; k++)
        {
            count += IsOn(numbers[k]) ? 1 : 0;
        }

        Limiter[] on = new Limiter[count];
        count = 0;
        for (int k = 0; k < numbers.Length; k++)
        {
            if (IsOn(numbers[k]))
            {
                on[count++] = limiters[k];
            }
        }

        return on;
    }
}
