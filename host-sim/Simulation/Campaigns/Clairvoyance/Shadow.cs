using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bms.Plant.Cells;

namespace Bms.Simulation.Campaigns.Clairvoyance;

/// <summary>A copy of an object and of all it is made of, which can be brought back to the original's state at any time: what would
/// happen is tried on it.</summary>
/// <remarks>Objects of the plant and collections are copied; parameters and whatever else is not the plant's are shared. Values and
/// fields that may change are copied again by <see cref="Follow"/>, arrays as a whole.</remarks>
/// <typeparam name="T">Type of the original.</typeparam>
internal sealed class Shadow<T>
    where T : class
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Array Original, Array Copy)> _arrays = [];
    private readonly List<(object Original, object Copy, FieldInfo[] Fields)> _objects = [];
    private readonly Dictionary<Type, FieldInfo[]> _changing = [];

    /// <summary>Copies an object.</summary>
    public Shadow(T original) => Copy = (T)Map(original)!;

    /// <summary>The copy.</summary>
    public T Copy { get; }

    /// <summary>Brings the copy to the original's present state.</summary>
    public void Follow()
    {
        for (int k = 0; k < _arrays.Count; k++)
        {
            (Array original, Array copy) = _arrays[k];
            Fill(original, copy);
        }

        for (int k = 0; k < _objects.Count; k++)
        {
            (object original, object copy, FieldInfo[] fields) = _objects[k];
            foreach (FieldInfo field in fields)
            {
                field.SetValue(copy, Value(field.GetValue(original), field.FieldType));
            }
        }
    }

    private static bool IsShared(Type type) =>
        type == typeof(string)
        || !(typeof(Delegate).IsAssignableFrom(type) || type.IsArray || type.Namespace == "System.Collections.Generic"
            || (type.Namespace!.StartsWith("Bms.Plant", StringComparison.Ordinal) && type.Namespace != "Bms.Plant.Parameters" && type != typeof(CellDesign)));

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(Own))
            {
                yield return field;
            }
        }
    }

    private object? Map(object? original)
    {
        if (original is null || IsShared(original.GetType()))
        {
            return original;
        }

        if (_copies.TryGetValue(original, out object? known))
        {
            return known;
        }

        return original switch
        {
            Delegate action => _copies[original] = Delegate.CreateDelegate(action.GetType(), Map(action.Target), action.Method),
            Array array => MapArray(array),
            _ => MapObject(original),
        };
    }

    private Array MapArray(Array original)
    {
        var copy = Array.CreateInstance(original.GetType().GetElementType()!, original.Length);
        _copies[original] = copy;
        _arrays.Add((original, copy));
        Fill(original, copy);
        return copy;
    }

    private object MapObject(object original)
    {
        Type type = original.GetType();
        object copy = RuntimeHelpers.GetUninitializedObject(type);
        _copies[original] = copy;
        foreach (FieldInfo field in Fields(type))
        {
            field.SetValue(copy, Value(field.GetValue(original), field.FieldType));
        }

        if (!_changing.TryGetValue(type, out FieldInfo[]? changing))
        {
            _changing[type] = changing = [.. Fields(type).Where(field => !field.IsInitOnly)];
        }

        if (changing.Length > 0)
        {
            _objects.Add((original, copy, changing));
        }

        return copy;
    }

    // Numbers and plain structures as they are; objects by their copies, in structures too.
    private object? Value(object? value, Type declared)
    {
        if (value is null || !declared.IsValueType)
        {
            return Map(value);
        }

        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum)
        {
            return value;
        }

        foreach (FieldInfo field in Fields(type))
        {
            if (!field.FieldType.IsValueType)
            {
                field.SetValue(value, Map(field.GetValue(value)));
            }
        }

        return value;
    }

    private void Fill(Array original, Array copy)
    {
        Type element = original.GetType().GetElementType()!;
        if (element.IsValueType)
        {
            Array.Copy(original, copy, original.Length);
            return;
        }

        for (int k = 0; k < original.Length; k++)
        {
            copy.SetValue(Map(original.GetValue(k)), k);
        }
    }
}
