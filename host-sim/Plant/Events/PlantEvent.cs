namespace Bms.Plant.Events;

/// <summary>Something that happened to a cell.</summary>
/// <param name="Time">End of the step in which it happened, s since the start.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Kind">What, one flag.</param>
public readonly record struct PlantEvent(double Time, int Cell, CellEvents Kind);
