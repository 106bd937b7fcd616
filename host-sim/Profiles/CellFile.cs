using System.Collections.Generic;
using Bms.Plant.Parameters;

namespace Bms.Profiles;

/// <summary>A parameter file, read and checked.</summary>
/// <param name="FileName">Name of the file, without its folder.</param>
/// <param name="Cell">The cell it describes.</param>
/// <param name="Description">What the file says about itself; empty if nothing.</param>
/// <param name="References">What the file was built from; empty if it says nothing.</param>
/// <param name="Parameters">Every value, in the order of the file, the terms of BPX first.</param>
public sealed record CellFile(string FileName, CellParameters Cell, string Description, string References, IReadOnlyList<Parameter> Parameters);
