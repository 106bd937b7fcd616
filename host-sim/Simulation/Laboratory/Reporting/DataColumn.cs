namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>A column of a <see cref="DataTable"/>.</summary>
/// <param name="Name">Name in the header: of the Battery Data Format where that has one, else in its style, the unit last.</param>
/// <param name="Meaning">What it says, for people.</param>
public sealed record DataColumn(string Name, string Meaning);
