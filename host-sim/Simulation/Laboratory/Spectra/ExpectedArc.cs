namespace Bms.Simulation.Laboratory.Spectra;

/// <summary>An arc that the parameters of a cell let expect.</summary>
/// <param name="Process">What relaxes.</param>
/// <param name="TimeConstant">Resistance times capacitance; of diffusion the slowest mode, s.</param>
/// <param name="Resistance">Its resistance, Ohm m².</param>
/// <param name="IsSpread">Whether it is spread over many relaxations, of which the slowest is named.</param>
public sealed record ExpectedArc(string Process, double TimeConstant, double Resistance, bool IsSpread = false);
