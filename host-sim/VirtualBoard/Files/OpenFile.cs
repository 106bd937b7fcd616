using System;
using System.IO;

namespace Bms.VirtualBoard.Files;

/// <summary>An open file: a copy of its content that replaces the old one when it is closed.</summary>
internal sealed class OpenFile : IDisposable
{
    private readonly FlashDisk _disk;
    private readonly MemoryStream _content = new();

    internal OpenFile(FlashDisk disk, string name, byte[] content, bool isWritable, bool isDirty)
    {
        _disk = disk;
        Name = name;
        IsWritable = isWritable;
        IsDirty = isDirty;
        _content.Write(content);
        _content.Position = 0;
    }

    internal string Name { get; }

    internal bool IsWritable { get; }

    internal bool IsDirty { get; private set; }

    internal long Length => _content.Length;

    internal long Position
    {
        get => _content.Position;
        set => _content.Position = value;
    }

    internal int Read(Span<byte> buffer)
    {
        _disk.SpendReading(buffer.Length);
        return _content.Read(buffer);
    }

    internal void Write(ReadOnlySpan<byte> buffer)
    {
        Dirty();
        _disk.SpendWriting(buffer.Length);
        _content.Write(buffer);
    }

    internal void SetLength(long length)
    {
        Dirty();
        _content.SetLength(length);
    }

    internal void Close() => _disk.Close(this);

    public void Dispose() => _content.Dispose();

    internal byte[] ToArray() => _content.ToArray();

    private void Dirty()
    {
        if (!IsWritable)
        {
            throw new NotSupportedException("file is open for reading only");
        }

        IsDirty = true;
    }
}
