using System;
using System.Collections.Generic;
using System.IO;

namespace Bms.VirtualBoard.Files;

/// <summary>The file system I: in flash (littlefs), in memory. Its content outlives the supply.</summary>
/// <remarks>
/// As littlefs does it: what is written to a file becomes its content when it is closed, all at once; a file that was open when
/// the supply went away keeps the content it had when it was opened, and one created by that opening is left empty. Flushing is
/// no commit: the device's runtime flushes only the C library's buffer. Renaming is one step. Durations are unconfirmed
/// (typical serial flash).
/// </remarks>
public sealed class FlashDisk
{
    /// <summary>Root of the file system.</summary>
    public const string Root = @"I:\";

    /// <summary>Room for all content, bytes.</summary>
    public const int Capacity = 256 * 1024;

    private const int BlockSize = 4096;
    private const long Lookup_us = 500;
    private const long Commit_us = 15_000;
    private const long PageWrite_us = 800;
    private const int PageSize = 256;

    private readonly Machine _machine;
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal) { Root };
    private readonly List<OpenFile> _open = [];

    internal FlashDisk(Machine machine) => _machine = machine;

    /// <summary>Full names of all files, in no particular order.</summary>
    public IReadOnlyCollection<string> FileNames => _files.Keys;

    /// <summary>The content of a file as the host sees it, without taking time; null if there is none.</summary>
    public byte[]? Peek(string path) => _files.GetValueOrDefault(Normal(path));

    /// <summary>Puts a file on the disk from the host, without taking time.</summary>
    public void Put(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _files[Normal(path)] = (byte[])content.Clone();
    }

    /// <summary>Fault: inverts one bit in every 256 bytes of a file, or of all files.</summary>
    /// <param name="path">The file; null for all.</param>
    public void Corrupt(string? path)
    {
        string? only = path is null ? null : Normal(path);
        foreach ((string name, byte[] content) in _files)
        {
            if (only is null || only == name)
            {
                for (int at = content.Length % PageSize / 2; at < content.Length; at += PageSize)
                {
                    content[at] ^= 0x10;
                }
            }
        }
    }

    internal static string Normal(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string full = path.Replace('/', '\\');
        if (full.StartsWith('\\'))
        {
            full = "I:" + full;
        }
        else if (!full.Contains(':', StringComparison.Ordinal))
        {
            full = Root + full;
        }

        return full.Length > Root.Length ? full.TrimEnd('\\') : full;
    }

    internal bool FileExists(string path)
    {
        Spend(Lookup_us);
        return _files.ContainsKey(Normal(path));
    }

    internal bool FolderExists(string path)
    {
        Spend(Lookup_us);
        return _folders.Contains(Normal(path));
    }

    internal void CreateFolder(string path)
    {
        Spend(Commit_us);
        string full = CheckDrive(Normal(path));
        for (int end = full.IndexOf('\\', Root.Length); end > 0; end = full.IndexOf('\\', end + 1))
        {
            _folders.Add(full[..end]);
        }

        _folders.Add(full);
    }

    internal string[] FilesIn(string path) => Children(_files.Keys, path);

    internal string[] FoldersIn(string path) => Children(_folders, path);

    internal void DeleteFolder(string path, bool isRecursive)
    {
        string full = Normal(path);
        if (!_folders.Contains(full))
        {
            throw new IOException("no such folder");
        }

        string inside = full.EndsWith('\\') ? full : full + '\\';
        List<string> files = [.. _files.Keys];
        files.RemoveAll(name => !name.StartsWith(inside, StringComparison.Ordinal));
        if (files.Count > 0 && !isRecursive)
        {
            throw new IOException("folder is not empty");
        }

        Spend(Commit_us);
        files.ForEach(name => _files.Remove(name));
        _folders.RemoveWhere(name => name != Root && (name == full || name.StartsWith(inside, StringComparison.Ordinal)));
    }

    internal void Delete(string path)
    {
        string full = Normal(path);
        CheckNotOpen(full);
        CheckFolder(full);
        if (_files.ContainsKey(full))
        {
            Spend(Commit_us);
            _files.Remove(full);
        }
    }

    internal void Move(string from, string to)
    {
        string source = Normal(from);
        string target = Normal(to);
        CheckNotOpen(source);
        if (!_files.TryGetValue(source, out byte[]? content))
        {
            throw new IOException("no such file");
        }

        if (_files.ContainsKey(target))
        {
            throw new IOException("there is such a file already");
        }

        CheckFolder(target);
        Spend(Commit_us);
        _files.Remove(source);
        _files[target] = content;
    }

    internal OpenFile Open(string path, FileMode mode, bool isWritable)
    {
        string full = CheckDrive(Normal(path));
        CheckShare(full, isWritable);
        Spend(Lookup_us);
        bool exists = _files.TryGetValue(full, out byte[]? content);
        if (mode == FileMode.CreateNew && exists)
        {
            throw new IOException("there is such a file already");
        }

        if (mode is FileMode.Open or FileMode.Truncate && !exists)
        {
            throw new IOException("no such file");
        }

        if (!exists)
        {
            CheckFolder(full);
            Spend(Commit_us);
            content = [];
            _files[full] = content;
        }

        var file = new OpenFile(this, full, mode is FileMode.Create or FileMode.Truncate ? [] : content!, isWritable, isDirty: mode is FileMode.Create or FileMode.Truncate);
        _open.Add(file);
        return file;
    }

    internal void SpendReading(int bytes) => Spend(bytes / 10);

    internal void SpendWriting(int bytes)
    {
        long cost_us = (bytes + PageSize - 1) / PageSize * PageWrite_us;
        _machine.BeginFileWrite(cost_us);
        Spend(cost_us);
    }

    internal void Close(OpenFile file)
    {
        if (!_open.Contains(file))
        {
            return;
        }

        if (file.IsDirty)
        {
            byte[] content = file.ToArray();
            if (SizeWith(file.Name, content.Length) > Capacity)
            {
                _open.Remove(file);
                throw new IOException("disk is full");
            }

            Spend(Commit_us);
            _files[file.Name] = content;
        }

        _open.Remove(file);
    }

    internal void DropOpenFiles() => _open.Clear();

    private static string CheckDrive(string full) => full.StartsWith(Root, StringComparison.Ordinal) ? full : throw new IOException("no such drive");

    private static long Blocks(long bytes) => (bytes + BlockSize - 1) / BlockSize * BlockSize;

    private string[] Children(IEnumerable<string> names, string path)
    {
        string full = Normal(path);
        if (!_folders.Contains(full))
        {
            throw new IOException("no such folder");
        }

        Spend(Lookup_us);
        string inside = full.EndsWith('\\') ? full : full + '\\';
        var found = new List<string>();
        foreach (string name in names)
        {
            if (name.Length > inside.Length && name.StartsWith(inside, StringComparison.Ordinal) && name.IndexOf('\\', inside.Length) < 0)
            {
                found.Add(name);
            }
        }

        found.Sort(StringComparer.Ordinal);
        return [.. found];
    }

    private long SizeWith(string name, int length)
    {
        long sum = Blocks(length);
        foreach ((string other, byte[] content) in _files)
        {
            sum += other == name ? 0 : Blocks(content.Length);
        }

        return sum;
    }

    private void CheckFolder(string full)
    {
        int end = full.LastIndexOf('\\');
        if (!_folders.Contains(end < Root.Length ? Root : full[..end]))
        {
            throw new IOException("no such folder");
        }
    }

    private void CheckNotOpen(string full) => CheckShare(full, isWritable: true);

    // Several readers may share a file, a writer has it alone.
    private void CheckShare(string full, bool isWritable)
    {
        foreach (OpenFile file in _open)
        {
            if (file.Name == full && (isWritable || file.IsWritable))
            {
                throw new IOException("file is open");
            }
        }
    }

    private void Spend(long duration_us)
    {
        _machine.CheckPower();
        _machine.Advance(duration_us);
    }
}
