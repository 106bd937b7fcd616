using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Bms.Simulation.Costing;

/// <summary>How much of the device's heap a graph of objects takes.</summary>
public static class HeapGraph
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All objects that can be reached, each counted once, bytes.</summary>
    /// <param name="roots">Where the graph is entered.</param>
    public static long Bytes(IEnumerable<object> roots) => Bytes(roots, _ => false);

    /// <summary>The objects that can be reached without passing through a foreign one, each counted once, bytes.</summary>
    /// <param name="roots">Where the graph is entered.</param>
    /// <param name="isForeign">Tells types whose objects are neither counted nor entered.</param>
    public static long Bytes(IEnumerable<object> roots, Func<Type, bool> isForeign)
    {
        ArgumentNullException.ThrowIfNull(isForeign);
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new(roots);
        long bytes = 0;
        while (open.TryPop(out object? item))
        {
            if (!isForeign(item.GetType()) && seen.Add(item))
            {
                bytes += Bytes(item, open);
            }
        }

        return bytes;
    }

    /// <summary>What the static fields of types hold, beside the fields themselves.</summary>
    /// <param name="types">The types, initialised.</param>
    public static IEnumerable<object> Statics(IEnumerable<Type> types) =>
        StaticFields(types).Select(field => field.GetValue(null)).OfType<object>();

    /// <summary>The static fields of types that exist at run time; constants do not, nor does the data of array initialisers.</summary>
    /// <param name="types">The types.</param>
    public static IEnumerable<FieldInfo> StaticFields(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetFields(Declared | BindingFlags.Static)).Where(field => !field.IsLiteral && (field.Attributes & FieldAttributes.HasFieldRVA) == 0);

    private static long Bytes(object item, Stack<object> open) => item switch
    {
        string text => DeviceHeap.String(Encoding.UTF8.GetByteCount(text)),
        Delegate handler => OfDelegate(handler, open),
        Array array => OfArray(array, open),
        _ => DeviceHeap.Object(Fields(item, open)),
    };

    private static long OfDelegate(Delegate handler, Stack<object> open)
    {
        Push(handler.Target, open);
        return DeviceHeap.Delegate;
    }

    private static long OfArray(Array array, Stack<object> open)
    {
        Type element = array.GetType().GetElementType()!;
        if (element.IsPrimitive || element.IsEnum)
        {
            return DeviceHeap.Array(Buffer.ByteLength(array));
        }

        foreach (object? child in array)
        {
            Push(child, open);
        }

        return DeviceHeap.Array((long)array.Length * DeviceHeap.Block);
    }

    // A struct in a field is its own fields and one more.
    private static int Fields(object item, Stack<object> open)
    {
        int count = 0;
        for (Type? type = item.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(Declared | BindingFlags.Instance))
            {
                count++;
                if (!field.FieldType.IsValueType)
                {
                    Push(field.GetValue(item), open);
                }
                else if (!field.FieldType.IsPrimitive && !field.FieldType.IsEnum)
                {
                    count += Fields(field.GetValue(item)!, open);
                }
            }
        }

        return count;
    }

    private static void Push(object? child, Stack<object> open)
    {
        if (child is not null)
        {
            open.Push(child);
        }
    }
}
