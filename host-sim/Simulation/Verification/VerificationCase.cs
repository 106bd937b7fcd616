using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Verification;

/// <summary>One load at one ambient temperature.</summary>
public sealed record VerificationCase
{
    private const double SlowRate = 0.1;

    // Three weeks from full to empty; less says nothing about a model.
    private const double LeastRate = 0.002;

    private static readonly double[] _ambients = [-10, 10, 25, 45, 60];

    private static readonly (string Name, double StateOfCharge, bool IsSlow, Play Play)[] _loads =
    [
        ("slow", 1, true, VerificationLoad.Cycle),
        ("rate", 1, false, VerificationLoad.Cycle),
        ("pulses", 1, false, VerificationLoad.Pulses),
        ("drive", 0.9, false, VerificationLoad.Drive),
        ("day", 0.62, false, VerificationLoad.Day),
    ];

    private readonly Play _play;

    private VerificationCase(Play play)
    {
        _play = play;
    }

    private delegate IEnumerable<double> Play(double discharge, double charge, CellFeedback cell);

    /// <summary>Name of the load.</summary>
    public required string Load { get; init; }

    /// <summary>Ambient temperature, and that of the cell at the start, degC.</summary>
    public required double Ambient { get; init; }

    /// <summary>State of charge at the start.</summary>
    public required double StateOfCharge { get; init; }

    /// <summary>Highest discharge rate, 1/h.</summary>
    public required double DischargeRate { get; init; }

    /// <summary>Highest charge rate, 1/h.</summary>
    public required double ChargeRate { get; init; }

    /// <summary>Every case of a cell, by load and temperature, at the rates the cell takes there.</summary>
    public static IReadOnlyList<VerificationCase> All(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return
        [
            .. from load in _loads
               from ambient in _ambients
               let discharge = Math.Max(LeastRate, cell.Limits.DischargeRateByTemperature.At(ambient))
               let charge = Math.Max(LeastRate, cell.Limits.ChargeRateByTemperature.At(ambient))
               select new VerificationCase(load.Play)
               {
                   Load = load.Name,
                   Ambient = ambient,
                   StateOfCharge = load.StateOfCharge,
                   DischargeRate = load.IsSlow ? Math.Min(SlowRate, discharge) : discharge,
                   ChargeRate = load.IsSlow ? Math.Min(SlowRate, charge) : charge,
               },
        ];
    }

    /// <summary>The load, second by second, as multiples of 1C, positive on charge.</summary>
    internal IEnumerable<double> Rates(CellFeedback cell) => _play(DischargeRate, ChargeRate, cell);
}
