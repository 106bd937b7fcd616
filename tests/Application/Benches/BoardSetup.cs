using System.Collections.Generic;
using Bms.VirtualBoard;

namespace Bms.Application.Tests.Benches;

/// <summary>A board and what its flash holds.</summary>
internal sealed record BoardSetup
{
    public BoardWiring Wiring { get; init; } = BoardWiring.Esp32DevKitC;

    public int Cells { get; init; } = 8;

    public int CellsPerClamp { get; init; } = 8;

    public bool HasFram { get; init; } = true;

    /// <summary>Whether any chip answers.</summary>
    public bool IsFitted { get; init; } = true;

    /// <summary>When the host begins to listen and to speak, s; it says hello as soon as it hears what the device is.</summary>
    public double HostFrom_s { get; init; }

    /// <summary>The board's settings that differ from their defaults, besides those of the pack.</summary>
    public IReadOnlyDictionary<int, int> Settings { get; init; } = new Dictionary<int, int>();
}
