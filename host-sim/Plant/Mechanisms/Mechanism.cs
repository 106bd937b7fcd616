using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Mechanisms;

/// <summary>One mechanism of the true cell, and what a cell without it is like.</summary>
/// <param name="Number">Stable number, 0..63.</param>
/// <param name="Key">Word by which it is switched off, e.g. <c>voids</c>.</param>
/// <param name="Title">What happens, in a few words.</param>
/// <param name="Source">Where it is described: equation, table or section of the review (Pang et al. 2021), or another paper.</param>
/// <param name="Law">The equation, as its class writes it.</param>
/// <param name="Without">The parameters of the same cell without it.</param>
public sealed record Mechanism(int Number, string Key, string Title, string Source, string Law, Func<CellParameters, CellParameters> Without);
