using System.IO;
using Bms.VirtualBoard.Files;

namespace Bms.VirtualBoard.Desktop;

/// <summary>The device's Directory on the machine's disk.</summary>
public static class Directory
{
    private static FlashDisk Disk => Machine.Current.Flash;

    /// <summary>Creates a folder and those above it.</summary>
    public static DirectoryInfo CreateDirectory(string path)
    {
        Disk.CreateFolder(path);
        return new DirectoryInfo(path);
    }

    /// <summary>Removes an empty folder.</summary>
    /// <exception cref="IOException">No such folder, or it is not empty.</exception>
    public static void Delete(string path) => Disk.DeleteFolder(path, isRecursive: false);

    /// <summary>Removes a folder, with its content if asked to.</summary>
    /// <exception cref="IOException">No such folder, or it is not empty.</exception>
    public static void Delete(string path, bool recursive) => Disk.DeleteFolder(path, recursive);

    /// <summary>Whether there is such a folder.</summary>
    public static bool Exists(string path) => Disk.FolderExists(path);

    /// <summary>Full names of the files in a folder.</summary>
    /// <exception cref="IOException">No such folder.</exception>
    public static string[] GetFiles(string path) => Disk.FilesIn(path);

    /// <summary>Full names of the folders in a folder.</summary>
    /// <exception cref="IOException">No such folder.</exception>
    public static string[] GetDirectories(string path) => Disk.FoldersIn(path);
}
