namespace Bms.Application.Tests.Benches;

/// <summary>Clamps and temperature sensors of a pack with two cells a sensor.</summary>
internal readonly record struct PackSize(int Cells, int CellsPerClamp)
{
    public int Clamps => (Cells + CellsPerClamp - 1) / CellsPerClamp;

    public int Sensors => (Cells + 1) / 2;
}
