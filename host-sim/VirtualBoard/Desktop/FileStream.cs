using System;
using System.IO;
using Bms.VirtualBoard.Files;

namespace Bms.VirtualBoard.Desktop;

/// <summary>The device's FileStream on the machine's disk: what is written becomes the file's content when it is closed.</summary>
public class FileStream : Stream
{
    private readonly OpenFile _file;
    private readonly bool _isReadable;
    private bool _isOpen = true;

    /// <summary>Opens for reading and writing; Append for writing.</summary>
    /// <exception cref="IOException">The file is missing, exists already, or is open.</exception>
    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    /// <summary>Opens for some access.</summary>
    /// <exception cref="IOException">The file is missing, exists already, or is open.</exception>
    public FileStream(string path, FileMode mode, FileAccess access)
        : this(path, mode, access, FileShare.None)
    {
    }

    /// <summary>Opens for some access; several readers share a file and a writer has it alone, whatever <paramref name="share"/> says.</summary>
    /// <exception cref="IOException">The file is missing, exists already, or is open.</exception>
    public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
        : this(path, mode, access, share, 0)
    {
    }

    /// <summary>Opens for some access; there is no buffer to size.</summary>
    /// <exception cref="IOException">The file is missing, exists already, or is open.</exception>
    /// <exception cref="ArgumentException">A mode that writes without access to write, or Append with access to read.</exception>
    public FileStream(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
    {
        _ = share;
        _ = bufferSize;
        Name = path;
        if ((mode is not (FileMode.Open or FileMode.OpenOrCreate) && (access & FileAccess.Write) == 0) || (mode == FileMode.Append && access != FileAccess.Write))
        {
            throw new ArgumentException("mode and access do not go together", nameof(access));
        }

        _isReadable = (access & FileAccess.Read) != 0;
        _file = Machine.Current.Flash.Open(path, mode, (access & FileAccess.Write) != 0);
        if (mode == FileMode.Append)
        {
            _file.Position = _file.Length;
        }
    }

    /// <summary>Path it was opened by.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override bool CanRead => _isOpen && _isReadable;

    /// <inheritdoc/>
    public override bool CanSeek => _isOpen;

    /// <inheritdoc/>
    public override bool CanWrite => _isOpen && _file.IsWritable;

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            Check();
            return _file.Length;
        }
    }

    /// <inheritdoc/>
    public override long Position
    {
        get
        {
            Check();
            return _file.Position;
        }

        set
        {
            Check();
            _file.Position = value;
        }
    }

    /// <summary>Empties the C library's buffer; commits nothing.</summary>
    public override void Flush() => Check();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        Check();
        return _file.Read(buffer.AsSpan(offset, count));
    }

    /// <summary>Reads as many bytes as the buffer holds, or as are left.</summary>
    public int Read(SpanByte buffer)
    {
        Check();
        return _file.Read(buffer.Bytes);
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        Check();
        long from = origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _file.Position, _ => _file.Length };
        _file.Position = from + offset;
        return _file.Position;
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        Check();
        _file.SetLength(value);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        Check();
        _file.Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_isOpen && disposing)
        {
            _isOpen = false;
            _file.Close();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check()
    {
        ObjectDisposedException.ThrowIf(!_isOpen, this);
        Machine.Current.CheckPower();
    }
}
