using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Text;

namespace Bms.Simulation.Link;

/// <summary>Makes the bytes of a message: mark, length, number, check byte, fields, checksum.</summary>
public static class LinkEncoder
{
    /// <summary>Most bytes of the fields of a message.</summary>
    public const int LongestFields = 120;

    internal const byte Mark = 0xB5;

    internal const int HeadLength = 4;

    internal const int ChecksumLength = 4;

    /// <summary>The bytes of a message as they go over the line.</summary>
    /// <exception cref="ArgumentException">Its fields take more than <see cref="LongestFields"/> bytes.</exception>
    public static byte[] Encode(LinkMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        List<byte> fields = [];
        for (int k = 0; k < message.Row.Fields.Count; k++)
        {
            Put(fields, message.Row.Fields[k].Type, message.ValueAt(k));
        }

        if (fields.Count > LongestFields)
        {
            throw new ArgumentException($"message '{message.Row.Name}' has {fields.Count} bytes of fields, the longest {LongestFields}", nameof(message));
        }

        byte length = (byte)fields.Count;
        byte number = (byte)message.Row.Number;
        List<byte> bytes = [Mark, length, number, HeadCheck(length, number), .. fields];
        Put32(bytes, Crc32.Of([.. bytes]));
        return [.. bytes];
    }

    internal static byte HeadCheck(byte length, byte number) => (byte)~(Mark ^ length ^ number);

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
