using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Plant.Mechanisms;

/// <summary>The mechanisms that act in a pack: all of them unless some are taken out.</summary>
/// <remarks>The value <c>default</c> is the full physics.</remarks>
public readonly record struct MechanismSet
{
    private readonly ulong _missing;

    private MechanismSet(ulong missing)
    {
        _missing = missing;
    }

    /// <summary>Full physics.</summary>
    public static MechanismSet All => default;

    /// <summary>The mechanisms that are switched off, in the order of their numbers.</summary>
    public IEnumerable<Mechanism> Missing
    {
        get
        {
            ulong missing = _missing;
            return MechanismTable.All.Where(row => (missing & (1UL << row.Number)) != 0);
        }
    }

    /// <summary>Whether a mechanism acts.</summary>
    public bool Has(Mechanism mechanism)
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        return (_missing & (1UL << mechanism.Number)) == 0;
    }

    /// <summary>The same without one more.</summary>
    public MechanismSet Without(Mechanism mechanism)
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        return new MechanismSet(_missing | (1UL << mechanism.Number));
    }

    /// <summary>The parameters of a cell in which only these act.</summary>
    public CellParameters Of(CellParameters parameters) => Missing.Aggregate(parameters, (cell, row) => row.Without(cell));
}
