using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Profiles;

namespace Bms.Simulation.Running;

/// <summary>Limiters of the firmware as a person names them.</summary>
public static class LimiterNames
{
    /// <summary>The switches that turn the named limiters off: bit k for the limiter of number k.</summary>
    /// <param name="keys">Keys of <see cref="LimiterTable"/>.</param>
    /// <param name="where">What a message begins with.</param>
    /// <exception cref="BadInputException">A key that no limiter has.</exception>
    public static int Switches(IEnumerable<string> keys, string where)
    {
        ArgumentNullException.ThrowIfNull(keys);
        LimiterRow[] rows = LimiterTable.Rows();
        string[] known = [.. rows.Select(row => row.Key)];
        int off = 0;
        foreach (string key in keys)
        {
            LimiterRow? row = Array.Find(rows, row => row.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
            off |= row is not null
                ? 1 << row.Number
                : throw new BadInputException($"{where}: no limiter '{key}'; {Spelling.Known(key, known)}");
        }

        return off;
    }
}
