using System;

namespace Bms.Simulation.Laboratory.Spectra;

/// <summary>One relaxation of a spectrum.</summary>
/// <param name="TimeConstant">τ, s.</param>
/// <param name="Resistance">Its resistance, in the unit of the spectrum.</param>
public sealed record Relaxation(double TimeConstant, double Resistance)
{
    /// <summary>Where its arc is highest, Hz.</summary>
    public double Frequency => 1 / (2 * Math.PI * TimeConstant);
}
