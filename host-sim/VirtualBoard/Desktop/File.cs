using System;
using System.IO;
using System.Text;
using Bms.VirtualBoard.Files;

namespace Bms.VirtualBoard.Desktop;

/// <summary>The device's File on the machine's disk.</summary>
public static class File
{
    private static FlashDisk Disk => Machine.Current.Flash;

    /// <summary>Whether there is such a file.</summary>
    public static bool Exists(string path) => Disk.FileExists(path);

    /// <summary>Creates or empties a file.</summary>
    public static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.ReadWrite);

    /// <summary>Opens a file for reading and writing.</summary>
    public static FileStream Open(string path, FileMode mode) => new(path, mode);

    /// <summary>Opens a file for some access.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access) => new(path, mode, access);

    /// <summary>Opens a file for reading.</summary>
    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read);

    /// <summary>Opens or creates a file for writing.</summary>
    public static FileStream OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write);

    /// <summary>Removes a file; nothing happens if there is none.</summary>
    /// <exception cref="IOException">No such folder, or the file is open.</exception>
    public static void Delete(string path) => Disk.Delete(path);

    /// <summary>Renames a file, in one step.</summary>
    /// <exception cref="IOException">No such file, it is open, or the new name is taken.</exception>
    public static void Move(string sourceFileName, string destFileName) => Disk.Move(sourceFileName, destFileName);

    /// <summary>Copies a file.</summary>
    /// <exception cref="IOException">No such file, or the new name is taken.</exception>
    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, overwrite: false);

    /// <summary>Copies a file.</summary>
    /// <exception cref="IOException">No such file, or the new name is taken and must not be overwritten.</exception>
    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        byte[] content = ReadAllBytes(sourceFileName);
        Write(destFileName, overwrite ? FileMode.Create : FileMode.CreateNew, content);
    }

    /// <summary>The whole content.</summary>
    /// <exception cref="IOException">No such file.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        using FileStream stream = OpenRead(path);
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>The whole content as UTF-8 text.</summary>
    /// <exception cref="IOException">No such file.</exception>
    public static string ReadAllText(string path) => Encoding.UTF8.GetString(ReadAllBytes(path));

    /// <summary>Replaces the content.</summary>
    public static void WriteAllBytes(string path, byte[] bytes) => Write(path, FileMode.Create, bytes);

    /// <summary>Replaces the content by UTF-8 text.</summary>
    public static void WriteAllText(string path, string contents) => Write(path, FileMode.Create, Encoding.UTF8.GetBytes(contents));

    /// <summary>Adds UTF-8 text at the end.</summary>
    public static void AppendAllText(string path, string contents) => Write(path, FileMode.Append, Encoding.UTF8.GetBytes(contents));

    private static void Write(string path, FileMode mode, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new FileStream(path, mode, FileAccess.Write);
        stream.Write(content, 0, content.Length);
    }
}
