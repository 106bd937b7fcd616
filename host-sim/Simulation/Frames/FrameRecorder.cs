using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Profiles;

namespace Bms.Simulation.Frames;

/// <summary>Writes a frame file while a run goes on. The file appears under its name only when it is whole.</summary>
public sealed class FrameRecorder : IDisposable
{
    private readonly string _name;
    private readonly string _path;
    private readonly string _draft;
    private readonly BufferedStream _stream;
    private readonly int[] _value = new int[Channel.Count];
    private readonly bool[] _valid = new bool[Channel.Count];
    private readonly long[] _stamp = new long[Channel.Count];
    private readonly int[] _changed = new int[Channel.Count];
    private ulong _checksum = FrameFile.EmptyChecksum;
    private long _time_ms;
    private bool _isOver;

    /// <summary>Opens a file and writes its header.</summary>
    /// <exception cref="BadInputException">The file can't be written.</exception>
    public FrameRecorder(string path, FrameHeader header)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(header);
        _name = path;
        try
        {
            _path = Path.GetFullPath(path);
            _draft = _path + ".part";
            if (Directory.Exists(_path))
            {
                throw new IOException("it is a folder");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            _stream = new BufferedStream(new BrotliStream(File.Create(_draft), CompressionLevel.Fastest), 1 << 16);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refusal(failure);
        }

        Unsigned(FrameFile.Magic);
        Unsigned(FrameFile.Version);
        Unsigned((ulong)header.Profile.Length);
        foreach (byte next in header.Profile)
        {
            Byte(next);
        }

        Many(header.ClampOfCell);
        Many(header.SensorOfCell);
        Many(header.Settings);
        Restored(header.Restored);
        Signed(header.Start_ms);
        _time_ms = header.Start_ms;
    }

    /// <summary>Writes what changed since the frame before.</summary>
    /// <exception cref="BadInputException">The file can't be written any more: the disk is full.</exception>
    public void Record(SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        try
        {
            Write(frame);
        }
        catch (IOException failure)
        {
            throw Refusal(failure);
        }
    }

    /// <summary>Ends the file: now it is whole.</summary>
    /// <exception cref="BadInputException">The file can't be written any more: the disk is full.</exception>
    public void Complete()
    {
        try
        {
            Signed(0);
            Unsigned(FrameFile.End);
            Unsigned(_checksum);
            _stream.Dispose();
            File.Move(_draft, _path, overwrite: true);
            _isOver = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refusal(failure);
        }
    }

    /// <summary>Removes a file that was not completed.</summary>
    public void Dispose()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // what can't be flushed is thrown away anyway
        }
        finally
        {
            File.Delete(_draft);
        }
    }

    private void Write(SensorFrame frame)
    {
        int changed = 0;
        for (int channel = 0; channel < Channel.Count; channel++)
        {
            if (frame.Timestamp_ms[channel] != _stamp[channel] || frame.Value[channel] != _value[channel] || frame.IsValid[channel] != _valid[channel])
            {
                _changed[changed++] = channel;
            }
        }

        Signed(frame.Time_ms - _time_ms);
        _time_ms = frame.Time_ms;
        Unsigned((ulong)changed);
        foreach (int channel in _changed.AsSpan(0, changed))
        {
            Unsigned(((ulong)channel << 1) | (frame.IsValid[channel] ? 1UL : 0));
            Signed((long)frame.Value[channel] - _value[channel]);
            Signed(frame.Time_ms - frame.Timestamp_ms[channel]);
            _value[channel] = frame.Value[channel];
            _valid[channel] = frame.IsValid[channel];
            _stamp[channel] = frame.Timestamp_ms[channel];
        }
    }

    private BadInputException Refusal(Exception failure)
        => new($"--frames {_name}: can't be written ({failure.Message.ReplaceLineEndings(" ")}); expected a file in a folder that this user may write to", failure);

    private void Restored(RestoredState state)
    {
        Unsigned((ulong)state.StateOfCharge_Q30.Length);
        Signed(state.Age_s);
        Unsigned((ulong)RestoredField.Rows.Count);
        foreach (RestoredField field in RestoredField.Rows)
        {
            Unsigned((ulong)field.Number);
            Many(field.Values(state));
        }
    }

    private void Many(int[] values) => Many([.. values.Select(value => (long)value)]);

    private void Many(long[] values)
    {
        Unsigned((ulong)values.Length);
        foreach (long value in values)
        {
            Signed(value);
        }
    }

    private void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    private void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    private void Byte(byte next)
    {
        _checksum = FrameFile.Checksum(_checksum, next);
        _stream.WriteByte(next);
    }
}
