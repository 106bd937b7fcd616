using System;

namespace Bms.VirtualBoard.Desktop;

/// <summary>The device's Path: parts are separated by a backslash on every computer.</summary>
public static class Path
{
    /// <summary>Between folders.</summary>
    public static readonly char DirectorySeparatorChar = '\\';

    /// <summary>Taken for the same.</summary>
    public static readonly char AltDirectorySeparatorChar = '/';

    /// <summary>After the drive.</summary>
    public static readonly char VolumeSeparatorChar = ':';

    /// <summary>The second path below the first; alone if it is rooted.</summary>
    public static string Combine(string path1, string path2)
    {
        ArgumentNullException.ThrowIfNull(path1);
        ArgumentNullException.ThrowIfNull(path2);
        if (path2.Length == 0)
        {
            return path1;
        }

        if (path1.Length == 0 || IsPathRooted(path2))
        {
            return path2;
        }

        return path1[^1] is '\\' or '/' or ':' ? path1 + path2 : path1 + '\\' + path2;
    }

    /// <summary>The part after the last separator.</summary>
    public static string GetFileName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path[(path.AsSpan().LastIndexOfAny('\\', '/', ':') + 1)..];
    }

    /// <summary>The file name without its extension.</summary>
    public static string GetFileNameWithoutExtension(string path)
    {
        string name = GetFileName(path);
        int dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }

    /// <summary>The extension with its dot, or nothing.</summary>
    public static string GetExtension(string path)
    {
        string name = GetFileName(path);
        int dot = name.LastIndexOf('.');
        return dot < 0 || dot == name.Length - 1 ? string.Empty : name[dot..];
    }

    /// <summary>Everything before the last separator; null for a root.</summary>
    public static string? GetDirectoryName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int root = GetPathRoot(path).Length;
        if (path.Length <= root)
        {
            return null;
        }

        int end = path.AsSpan().LastIndexOfAny('\\', '/');
        return end < root ? path[..root] : path[..end];
    }

    /// <summary>The drive and the first separator, as far as they are there.</summary>
    public static string GetPathRoot(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int length = path.Length > 1 && path[1] == ':' ? 2 : 0;
        if (path.Length > length && path[length] is '\\' or '/')
        {
            length++;
        }

        return path[..length];
    }

    /// <summary>Whether it begins at a root.</summary>
    public static bool IsPathRooted(string path) => GetPathRoot(path).Length > 0;
}
