using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Simulation.Tests;

/// <summary>Cells for tests, read once.</summary>
internal static class Cells
{
    public static readonly CellParameters Pouch = ProfileLibrary.Load("pouch-lpscl-nmc");
}
