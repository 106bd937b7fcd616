using System;
using System.Collections.Generic;
using Bms.Core.Storage;
using Bms.Core.Tests.Cells;

namespace Bms.Core.Tests.Benches;

/// <summary>The pack on a bench and the state it starts in.</summary>
internal sealed record BenchSetup
{
    public string Cell { get; init; } = BuiltInCell.Pouch;

    public int Cells { get; init; } = 8;

    public int CellsPerClamp { get; init; } = 4;

    public int CellsPerSensor { get; init; } = 2;

    public double Temperature { get; init; } = 25;

    public double Pressure { get; init; } = 5;

    /// <summary>True state of charge, which the cell voltages follow from.</summary>
    public double StateOfCharge { get; init; } = 0.6;

    /// <summary>What the device remembers of the state of charge, less the truth.</summary>
    public double StateOfChargeError { get; init; }

    public Func<int, double> Contact { get; init; } = _ => 1;

    public Func<int, double> Filament { get; init; } = _ => 0;

    /// <summary>What else the device remembers.</summary>
    public Action<RestoredState> Memory { get; init; } = _ => { };

    public bool Connect { get; init; } = true;

    /// <summary>Settings that differ from their defaults.</summary>
    public IReadOnlyDictionary<int, int> Settings { get; init; } = new Dictionary<int, int>();
}
