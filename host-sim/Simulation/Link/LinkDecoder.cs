using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Bms.Simulation.Link;

/// <summary>Takes bytes as they come and gives whole messages. What is damaged is counted and passed over.</summary>
public sealed class LinkDecoder
{
    private const int ChecksumLength = 4;
    private const int LongestStuffed = 254;

    private readonly List<byte> _pending = [];
    private readonly Queue<LinkMessage> _messages = new();
    private bool _isTooLong;

    /// <summary>Damaged messages so far; what noise leaves between two delimiters counts as one.</summary>
    public long Damaged { get; private set; }

    /// <summary>Whole messages of numbers or lengths that this host does not know.</summary>
    public long Unknown { get; private set; }

    /// <summary>Takes bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (byte next in bytes)
        {
            if (next == 0)
            {
                Close();
            }
            else if (_pending.Count < LongestStuffed)
            {
                _pending.Add(next);
            }
            else
            {
                _isTooLong = true;
            }
        }
    }

    /// <summary>The next whole message.</summary>
    /// <returns>Nothing if none has come.</returns>
    public LinkMessage? Next() => _messages.TryDequeue(out LinkMessage? message) ? message : null;

    private void Close()
    {
        if (_pending.Count > 0)
        {
            byte[]? bytes = _isTooLong ? null : ByteStuffing.Unstuff([.. _pending]);
            if (bytes is null || bytes.Length <= ChecksumLength || Crc32.Of(bytes.AsSpan(..^ChecksumLength)) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(^ChecksumLength..)))
            {
                Damaged++;
            }
            else if (Parse(bytes.AsSpan(..^ChecksumLength)) is LinkMessage message)
            {
                _messages.Enqueue(message);
            }
            else
            {
                Unknown++;
            }
        }

        _pending.Clear();
        _isTooLong = false;
    }

    // Fields that a later version has added at the end are passed over.
    private static LinkMessage? Parse(ReadOnlySpan<byte> bytes)
    {
        if (LinkMessageTable.Numbered(bytes[0]) is not LinkMessageRow row)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = bytes[1..];
        object[] values = new object[row.Fields.Count];
        for (int k = 0; k < values.Length; k++)
        {
            if (Take(ref rest, row.Fields[k].Type) is not object value)
            {
                return null;
            }

            values[k] = value;
        }

        return new LinkMessage(row, values);
    }

    private static object? Take(ref ReadOnlySpan<byte> rest, FieldType type) => type switch
    {
        FieldType.U8 => rest.Length >= 1 ? (long)Cut(ref rest, 1)[0] : null,
        FieldType.U32 => rest.Length >= 4 ? (long)BinaryPrimitives.ReadUInt32LittleEndian(Cut(ref rest, 4)) : null,
        FieldType.I32 => rest.Length >= 4 ? (long)BinaryPrimitives.ReadInt32LittleEndian(Cut(ref rest, 4)) : null,
        FieldType.U64 => rest.Length >= 8 ? BinaryPrimitives.ReadInt64LittleEndian(Cut(ref rest, 8)) : null,
        FieldType.Text => TakeText(ref rest),
        _ => TakeRuns(ref rest),
    };

    private static string? TakeText(ref ReadOnlySpan<byte> rest) =>
        rest.Length >= 1 && rest.Length > rest[0] ? Encoding.ASCII.GetString(Cut(ref rest, 1 + rest[0])[1..]) : null;

    private static List<ReadingRun>? TakeRuns(ref ReadOnlySpan<byte> rest)
    {
        List<ReadingRun> runs = [];
        while (!rest.IsEmpty)
        {
            if (rest.Length < ReadingRun.HeadLength)
            {
                return null;
            }

            ReadOnlySpan<byte> head = Cut(ref rest, ReadingRun.HeadLength);
            int[] values = new int[head[1] & ReadingRun.MostValues];
            if (rest.Length < ReadingRun.ValueLength * values.Length)
            {
                return null;
            }

            for (int k = 0; k < values.Length; k++)
            {
                values[k] = BinaryPrimitives.ReadInt32LittleEndian(Cut(ref rest, ReadingRun.ValueLength));
            }

            runs.Add(new ReadingRun(head[0], head[1] < ReadingRun.InvalidBit, BinaryPrimitives.ReadUInt16LittleEndian(head[2..]), values));
        }

        return runs;
    }

    private static ReadOnlySpan<byte> Cut(scoped ref ReadOnlySpan<byte> rest, int length)
    {
        ReadOnlySpan<byte> cut = rest[..length];
        rest = rest[length..];
        return cut;
    }
}
