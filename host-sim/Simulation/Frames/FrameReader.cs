using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Profiles;

namespace Bms.Simulation.Frames;

/// <summary>Reads a frame file frame by frame. Channels that this version does not know are skipped.</summary>
public sealed class FrameReader : IFrameSource, IDisposable
{
    private const ulong LongestArray = 1 << 20;

    private readonly string _path;
    private readonly BufferedStream _stream;
    private ulong _checksum = FrameFile.EmptyChecksum;
    private long _time_ms;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="BadInputException">The file is missing, can't be read, or is no frame file.</exception>
    public FrameReader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        try
        {
            if (!File.Exists(path))
            {
                throw new BadInputException(path, Directory.Exists(path) ? "a folder" : "no such file", "expected a frame file as written by run --frames");
            }

            _stream = new BufferedStream(new BrotliStream(File.OpenRead(path), CompressionMode.Decompress), 1 << 16);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: can't be read ({failure.Message}); expected a file that this user may read", failure);
        }

        try
        {
            Header = ReadHeader();
        }
        catch (Exception failure)
        {
            _stream.Dispose();
            throw Refusal(failure) ?? failure;
        }

        _time_ms = Header.Start_ms;
    }

    /// <inheritdoc/>
    public FrameHeader Header { get; }

    /// <inheritdoc/>
    public long Count { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="BadInputException">The file breaks off or is damaged.</exception>
    public bool Next(SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        try
        {
            return ReadFrame(frame);
        }
        catch (Exception failure) when (Refusal(failure) is BadInputException refusal)
        {
            throw refusal;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private FrameHeader ReadHeader()
    {
        if (Unsigned() != FrameFile.Magic)
        {
            throw new InvalidDataException("not a frame file");
        }

        ulong version = Unsigned();
        if (version != FrameFile.Version)
        {
            throw new InvalidDataException($"version {version}");
        }

        FrameHeader header = new()
        {
            Profile = Bytes(),
            ClampOfCell = Many(),
            SensorOfCell = Many(),
            Settings = Many(),
            Restored = Restored(),
            Start_ms = Signed(),
        };
        int cells = header.ClampOfCell.Length;
        int restored = header.Restored.StateOfCharge_Q30.Length;
        bool fits = cells is >= 1 and <= Channel.MaximumCells && header.SensorOfCell.Length == cells && (restored == 0 || restored == cells);
        return fits ? header : throw new InvalidDataException("its maps of the pack do not fit each other");
    }

    // A field that is not there is that of new cells; one that this version does not know would have changed what the core decided.
    private RestoredState Restored()
    {
        RestoredState state = new(Length());
        state.Age_s = (int)Signed();
        for (int left = Length(); left > 0; left--)
        {
            ulong number = Unsigned();
            RestoredField field = RestoredField.Rows.FirstOrDefault(row => (ulong)row.Number == number)
                ?? throw new InvalidDataException($"restored field {number}, which this version does not know");
            if (!field.Fill(state, Wide()))
            {
                throw new InvalidDataException($"its restored field {number} does not fit its cells");
            }
        }

        return state;
    }

    private bool ReadFrame(SensorFrame frame)
    {
        _time_ms += Signed();
        ulong changed = Unsigned();
        if (changed == FrameFile.End)
        {
            ulong checksum = _checksum;
            return Unsigned() == checksum ? false : throw new InvalidDataException("it is damaged: its checksum is wrong");
        }

        frame.Time_ms = _time_ms;
        for (ulong k = 0; k < changed; k++)
        {
            ulong head = Unsigned();
            long change = Signed();
            long age = Signed();
            ulong channel = head >> 1;
            if (channel < Channel.Count)
            {
                frame.Set((int)channel, (int)(frame.Value[channel] + change), _time_ms - age);
                if ((head & 1) == 0)
                {
                    frame.Invalidate((int)channel);
                }
            }
        }

        Count++;
        return true;
    }

    // What a failure to read says to the user; null for a failure that is not the file's.
    private BadInputException? Refusal(Exception failure)
    {
        string? found = failure switch
        {
            EndOfStreamException => "it breaks off",
            InvalidOperationException => "it is damaged, or no frame file",   // what the decompressor says of bytes it can't read
            IOException or InvalidDataException => failure.Message,
            _ => null,
        };
        return found is null ? null : new BadInputException($"{_path}: {found} (after {Count} frames); expected a whole frame file as written by run --frames", failure);
    }

    private int Length()
    {
        ulong length = Unsigned();
        return length <= LongestArray ? (int)length : throw new InvalidDataException("an array of impossible length");
    }

    private byte[] Bytes()
    {
        byte[] bytes = new byte[Length()];
        for (int k = 0; k < bytes.Length; k++)
        {
            bytes[k] = Byte();
        }

        return bytes;
    }

    private int[] Many() => [.. Wide().Select(value => (int)value)];

    private long[] Wide()
    {
        long[] values = new long[Length()];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = Signed();
        }

        return values;
    }

    private long Signed()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number without end");
    }

    private byte Byte()
    {
        int next = _stream.ReadByte();
        if (next < 0)
        {
            throw new EndOfStreamException();
        }

        _checksum = FrameFile.Checksum(_checksum, (byte)next);
        return (byte)next;
    }
}
