using System;
using System.Threading;
using Xunit;

namespace Bms.Core.Tests.FixedPoint;

/// <summary>The largest error seen in a sweep, and where. Sweeps of many threads may share one.</summary>
internal sealed class WorstError(string function)
{
    private readonly Lock _lock = new();
    private double _units = -1;
    private string _at = "nowhere";

    /// <summary>Takes an error in units of the last place.</summary>
    public void See(double units, long argument)
    {
        if (Math.Abs(units) > Volatile.Read(ref _units))
        {
            Keep(Math.Abs(units), argument.ToString());
        }
    }

    /// <summary>Takes an error of a function of more than an argument.</summary>
    public void See(double units, Func<string> at)
    {
        if (Math.Abs(units) > Volatile.Read(ref _units))
        {
            Keep(Math.Abs(units), at());
        }
    }

    /// <summary>Prints the error and asserts that it is no more than the function's documentation states, and the statement not idle.</summary>
    public void IsAsStated(double statedUnits, double slack = 0.05)
    {
        string found = $"{function}: {_units:F4} units at {_at}, stated {statedUnits}";
        TestContext.Current.TestOutputHelper?.WriteLine(found);
        Assert.True(_units <= statedUnits, found);
        Assert.True(_units >= statedUnits - slack, "idle: " + found);
    }

    private void Keep(double units, string at)
    {
        lock (_lock)
        {
            if (units > _units)
            {
                Volatile.Write(ref _units, units);
                _at = at;
            }
        }
    }
}
