using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Results.Charts;

/// <summary>What was asked of the pack, what was allowed and what flowed: the currents of a trace and who limited them.</summary>
internal sealed class CurrentRecord
{
    private const double Tolerance = 1e-3;   // relative, and in ampere: below it a request counts as served

    /// <summary>Reads the currents of a trace.</summary>
    public CurrentRecord(Trace trace)
    {
        Current = Column(trace, ColumnName.Current);
        Request = Column(trace, ColumnName.RequestedCurrent);
        ChargeLimit = [.. Column(trace, ColumnName.ChargeLimit).Select(Math.Abs)];
        DischargeLimit = [.. Column(trace, ColumnName.DischargeLimit).Select(Math.Abs)];
        ChargeBinding = Column(trace, ColumnName.ChargeBinding);
        DischargeBinding = Column(trace, ColumnName.DischargeBinding);
        ChargeLimiters = Labels(trace, ColumnName.ChargeBinding);
        DischargeLimiters = Labels(trace, ColumnName.DischargeBinding);
        ChargeHeldBack = [.. Request.Zip(ChargeLimit, (request, limit) => Exceeds(request, limit))];
        DischargeHeldBack = [.. Request.Zip(DischargeLimit, (request, limit) => Exceeds(-request, limit))];
    }

    /// <summary>Pack current, A, positive on charge.</summary>
    public double[] Current { get; }

    /// <summary>Current asked for, A, positive on charge.</summary>
    public double[] Request { get; }

    /// <summary>Largest charge current allowed, A.</summary>
    public double[] ChargeLimit { get; }

    /// <summary>Largest discharge current allowed, A, a magnitude.</summary>
    public double[] DischargeLimit { get; }

    /// <summary>Number of the limiter that sets the charge limit.</summary>
    public double[] ChargeBinding { get; }

    /// <summary>Number of the limiter that sets the discharge limit.</summary>
    public double[] DischargeBinding { get; }

    /// <summary>Names of the limiters by number.</summary>
    public IReadOnlyList<string> ChargeLimiters { get; }

    /// <inheritdoc cref="ChargeLimiters"/>
    public IReadOnlyList<string> DischargeLimiters { get; }

    /// <summary>Whether more charge current was asked for than allowed.</summary>
    public bool[] ChargeHeldBack { get; }

    /// <summary>Whether more discharge current was asked for than allowed.</summary>
    public bool[] DischargeHeldBack { get; }

    private static bool Exceeds(double request, double limit) => request > (limit * (1 + Tolerance)) + Tolerance;

    private static double[] Column(Trace trace, string name)
    {
        Family family = Family.Of(trace, name);
        return family.Exists ? family[0] : [.. Enumerable.Repeat(double.NaN, trace.Count)];
    }

    private static IReadOnlyList<string> Labels(Trace trace, string name) =>
        trace.IndicesOf(name) is [int place, ..] ? trace.Columns[place].Labels ?? [] : [];
}
