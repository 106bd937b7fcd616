using System;
using System.Collections.Generic;
using System.Reflection;

namespace Bms.Simulation.Costing;

/// <summary>How much of the device's heap a graph of objects takes.</summary>
/// <remarks>An object takes 12 bytes for itself and each field, whatever the field's type; an array of primitives its elements
/// and 20 bytes, of references 4 bytes each and 20; a string its characters and 14.</remarks>
internal static class HeapSize
{
    public static long Of(IEnumerable<object> roots)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new(roots);
        long bytes = 0;
        while (open.TryPop(out object? item))
        {
            if (!seen.Add(item))
            {
                continue;
            }

            bytes += Bytes(item, open);
        }

        return bytes;
    }

    private static long Bytes(object item, Stack<object> open)
    {
        if (item is string text)
        {
            return text.Length + 14;
        }

        if (item is Array array)
        {
            Type element = array.GetType().GetElementType()!;
            if (element.IsPrimitive)
            {
                return Buffer.ByteLength(array) + 20;
            }

            foreach (object? child in array)
            {
                Push(child, open);
            }

            return (4L * array.Length) + 20;
        }

        int fields = 0;
        for (Type? type = item.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                fields++;
                if (!field.FieldType.IsValueType)
                {
                    Push(field.GetValue(item), open);
                }
            }
        }

        return 12 * (1 + fields);
    }

    private static void Push(object? child, Stack<object> open)
    {
        if (child is not null)
        {
            open.Push(child);
        }
    }
}
