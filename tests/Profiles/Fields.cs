using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Tests;

/// <summary>The numbers and tables of a cell by the path of their property.</summary>
internal static class Fields
{
    public static IReadOnlyDictionary<string, object> Of(CellParameters cell) =>
        Inside(cell, string.Empty).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, object>> Inside(object part, string path) =>
        part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        {
            object? value = property.GetValue(part);
            return value switch
            {
                null => [],
                double or int or Table => [new(path + property.Name, value)],
                string or Enum or IEnumerable => [],
                _ => Inside(value, $"{path}{property.Name}."),
            };
        });
}
