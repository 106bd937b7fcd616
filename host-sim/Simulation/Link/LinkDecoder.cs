using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Bms.Simulation.Link;

/// <summary>Takes bytes as they come and gives whole messages. What is damaged is counted and passed over.</summary>
public sealed class LinkDecoder
{
    private readonly List<byte> _pending = [];
    private readonly Queue<LinkMessage> _messages = new();
    private bool _isLost;

    /// <summary>Damaged messages so far: stretches of bytes between whole messages that are none.</summary>
    public long Damaged { get; private set; }

    /// <summary>Whole messages of numbers or lengths that this host does not know.</summary>
    public long Unknown { get; private set; }

    /// <summary>Takes bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _pending.AddRange(bytes);
        Parse(isOver: false);
    }

    /// <summary>The line has been silent for longer than a message takes: one whose end has not come has broken off, or was none.</summary>
    public void Pause() => Parse(isOver: true);

    /// <summary>The next whole message.</summary>
    /// <returns>Nothing if none has come.</returns>
    public LinkMessage? Next() => _messages.TryDequeue(out LinkMessage? message) ? message : null;

    private void Parse(bool isOver)
    {
        ReadOnlySpan<byte> rest = CollectionsMarshal.AsSpan(_pending);
        while (rest.Length >= LinkEncoder.HeadLength || (isOver && !rest.IsEmpty))
        {
            int whole = LengthOf(rest);
            if (whole > rest.Length && !isOver)
            {
                break;
            }

            int end = whole - LinkEncoder.ChecksumLength;
            if (whole > 0 && whole <= rest.Length && Crc32.Of(rest[..end]) == BinaryPrimitives.ReadUInt32LittleEndian(rest[end..]))
            {
                Take(Parse(rest[2], rest[LinkEncoder.HeadLength..end]));
                rest = rest[whole..];
                _isLost = false;
            }
            else
            {
                Damaged += _isLost ? 0 : 1;
                _isLost = true;
                rest = rest[1..];
            }
        }

        _pending.RemoveRange(0, _pending.Count - rest.Length);
    }

    // How long the message is that begins here; 0 if none does.
    private static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        bool isHead = bytes.Length >= LinkEncoder.HeadLength
            && bytes[0] == LinkEncoder.Mark && bytes[1] <= LinkEncoder.LongestFields && bytes[3] == LinkEncoder.HeadCheck(bytes[1], bytes[2]);
        return isHead ? LinkEncoder.HeadLength + bytes[1] + LinkEncoder.ChecksumLength : 0;
    }

    private void Take(LinkMessage? message)
    {
        if (message is null)
        {
            Unknown++;
        }
        else
        {
            _messages.Enqueue(message);
        }
    }

    // Fields that a later version has added at the end are passed over.
    private static LinkMessage? Parse(int number, ReadOnlySpan<byte> fields)
    {
        if (LinkMessageTable.Numbered(number) is not LinkMessageRow row)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = fields;
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
