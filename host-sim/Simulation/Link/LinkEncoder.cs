using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace Bms.Simulation.Link;

/// <summary>Makes the bytes of a message: delimiter, number, fields and checksum stuffed, delimiter.</summary>
public static class LinkEncoder
{
    /// <summary>Most bytes of the fields of a message.</summary>
    public const int LongestFields = 248;

    /// <summary>The bytes of a message as they go over the line.</summary>
    /// <exception cref="ArgumentException">Its fields take more than <see cref="LongestFields"/> bytes.</exception>
    public static byte[] Encode(LinkMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        List<byte> bytes = [(byte)message.Row.Number];
        for (int k = 0; k < message.Row.Fields.Count; k++)
        {
            Put(bytes, message.Row.Fields[k].Type, message.ValueAt(k));
        }

        if (bytes.Count > 1 + LongestFields)
        {
            throw new ArgumentException($"message '{message.Row.Name}' has {bytes.Count - 1} bytes of fields, the longest {LongestFields}", nameof(message));
        }

        Put32(bytes, Crc32.Of([.. bytes]));
        return [0, .. ByteStuffing.Stuff([.. bytes]), 0];
    }

    private static void Put(List<byte> bytes, FieldType type, object value)
    {
        switch (type)
        {
            case FieldType.U8:
                bytes.Add((byte)(long)value);
                break;
            case FieldType.U32:
            case FieldType.I32:
                Put32(bytes, (uint)(long)value);
                break;
            case FieldType.U64:
                Put32(bytes, (uint)(long)value);
                Put32(bytes, (uint)((long)value >> 32));
                break;
            case FieldType.Text:
                byte[] text = Encoding.ASCII.GetBytes((string)value);
                bytes.Add((byte)text.Length);
                bytes.AddRange(text);
                break;
            case FieldType.Runs:
                foreach (ReadingRun run in (IReadOnlyList<ReadingRun>)value)
                {
                    Put(bytes, run);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "no such type of field");
        }
    }

    private static void Put(List<byte> bytes, ReadingRun run)
    {
        if (run.Channel is < 0 or > byte.MaxValue || run.Age_ms is < 0 or > ReadingRun.OldestAge_ms || run.Values.Count > ReadingRun.MostValues)
        {
            throw new ArgumentException($"channel 0..255, age 0..{ReadingRun.OldestAge_ms} ms and at most {ReadingRun.MostValues} values, not {run}", nameof(run));
        }

        bytes.Add((byte)run.Channel);
        bytes.Add((byte)(run.Values.Count | (run.IsValid ? 0 : ReadingRun.InvalidBit)));
        bytes.Add((byte)run.Age_ms);
        bytes.Add((byte)(run.Age_ms >> 8));
        foreach (int value in run.Values)
        {
            Put32(bytes, (uint)value);
        }
    }

    private static void Put32(List<byte> bytes, uint value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(four, value);
        bytes.AddRange(four);
    }
}
