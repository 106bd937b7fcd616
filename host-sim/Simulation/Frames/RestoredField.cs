using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Bms.Core.Storage;

namespace Bms.Simulation.Frames;

/// <summary>One array of the restored state, with the number it has in frame files.</summary>
public sealed class RestoredField
{
    private readonly FieldInfo _field;

    private RestoredField(int number, string name)
    {
        Number = number;
        Name = name;
        _field = typeof(RestoredState).GetField(name)!;
    }

    /// <summary>All of them. A number never changes its meaning.</summary>
    public static IReadOnlyList<RestoredField> Rows { get; } =
    [
        new(1, nameof(RestoredState.StateOfCharge_Q30)),
        new(2, nameof(RestoredState.Contact_Q30)),
        new(3, nameof(RestoredState.Filament_Q30)),
        new(4, nameof(RestoredState.InterphaseSquare_Q20)),
        new(5, nameof(RestoredState.CalendarSquare_Q60)),
        new(6, nameof(RestoredState.CycleFade_Q60)),
        new(7, nameof(RestoredState.Deviation_ppm)),
        new(8, nameof(RestoredState.OhmicScale_Q20)),
        new(9, nameof(RestoredState.ReactionScale_Q20)),
        new(10, nameof(RestoredState.ResistanceDeviation_ppm)),
        new(11, nameof(RestoredState.CapacityScale_Q20)),
        new(12, nameof(RestoredState.CapacityDeviation_ppm)),
        new(13, nameof(RestoredState.ClampPressure_Pa)),
        new(14, nameof(RestoredState.CoreTemperature_mK)),
        new(15, nameof(RestoredState.Stripped_Q24)),
    ];

    /// <summary>Stable number, from 1 on.</summary>
    public int Number { get; }

    /// <summary>Name of the field in <see cref="RestoredState"/>.</summary>
    public string Name { get; }

    /// <summary>The field of a state: an int or a long a cell.</summary>
    public Array Array(RestoredState state) => (Array)_field.GetValue(state)!;

    /// <summary>The values of a state, one a cell.</summary>
    public long[] Values(RestoredState state) => Array(state) is int[] narrow ? [.. narrow.Select(value => (long)value)] : (long[])Array(state);

    /// <summary>Sets the values of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="values">One a cell; of a narrow field the lower 32 bits count.</param>
    /// <returns>False, and nothing is done, if there is not one for each of its cells.</returns>
    public bool Fill(RestoredState state, long[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Array to = Array(state);
        if (values.Length != to.Length)
        {
            return false;
        }

        for (int cell = 0; cell < values.Length; cell++)
        {
            if (to is int[] narrow)
            {
                narrow[cell] = (int)values[cell];
            }
            else
            {
                ((long[])to)[cell] = values[cell];
            }
        }

        return true;
    }
}
