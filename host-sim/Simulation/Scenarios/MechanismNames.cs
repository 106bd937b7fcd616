using System;
using System.Collections.Generic;
using Bms.Plant.Mechanisms;
using Bms.Profiles;

namespace Bms.Simulation.Scenarios;

/// <summary>Mechanisms of the true cell as a person names them.</summary>
public static class MechanismNames
{
    /// <summary>Full physics but for the named mechanisms.</summary>
    /// <param name="keys">Keys of <see cref="MechanismTable"/>.</param>
    /// <param name="where">What a message begins with.</param>
    /// <exception cref="BadInputException">A key that no mechanism has.</exception>
    public static MechanismSet Without(IEnumerable<string> keys, string where)
    {
        ArgumentNullException.ThrowIfNull(keys);
        MechanismSet set = MechanismSet.All;
        foreach (string key in keys)
        {
            set = set.Without(MechanismTable.Find(key) ?? throw new BadInputException(
                $"{where}: no mechanism '{key}'; {Spelling.Known(key, MechanismTable.Keys)}"));
        }

        return set;
    }
}
