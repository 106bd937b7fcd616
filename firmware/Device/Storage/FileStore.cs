using System;
using System.IO;

namespace Bms.Device.Storage;

/// <summary>
/// The only door to the internal flash. Nothing here throws: a file that can't be read is as if it were not there, a file that
/// can't be written is counted.
/// </summary>
/// <remarks>A write stops the loop for as long as the flash takes: only while the contactors are open.</remarks>
public sealed class FileStore
{
    private const string Root = "I:\\";

    /// <summary>Writes that failed since start.</summary>
    public int Failures;

    /// <summary>All bytes of a file; null if there is none.</summary>
    public byte[] ReadAll(string name)
    {
        try
        {
            return File.Exists(Root + name) ? File.ReadAllBytes(Root + name) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Reads the beginning of a file.</summary>
    /// <returns>Number of bytes read; 0 if there is no such file.</returns>
    public int Read(string name, byte[] buffer)
    {
        try
        {
            if (!File.Exists(Root + name))
            {
                return 0;
            }

            using (FileStream stream = new FileStream(Root + name, FileMode.Open, FileAccess.Read))
            {
                return stream.Read(buffer, 0, buffer.Length);
            }
        }
        catch (Exception)
        {
            return 0;
        }
    }

    /// <summary>Writes a file anew.</summary>
    /// <returns>False if it could not be written whole.</returns>
    public bool Write(string name, byte[] buffer, int count)
    {
        return Put(name, FileMode.Create, buffer, count);
    }

    /// <summary>Adds to the end of a file.</summary>
    /// <returns>False if it could not be written whole.</returns>
    public bool Append(string name, byte[] buffer, int count)
    {
        return Put(name, FileMode.Append, buffer, count);
    }

    /// <summary>Length of a file, bytes; 0 if there is none.</summary>
    public int Length(string name)
    {
        try
        {
            if (!File.Exists(Root + name))
            {
                return 0;
            }

            using (FileStream stream = new FileStream(Root + name, FileMode.Open, FileAccess.Read))
            {
                return (int)stream.Length;
            }
        }
        catch (Exception)
        {
            return 0;
        }
    }

    /// <summary>Gives a file the name of another, which is replaced.</summary>
    /// <returns>False if that failed.</returns>
    public bool Rename(string from, string to)
    {
        try
        {
            if (File.Exists(Root + to))
            {
                File.Delete(Root + to);
            }

            File.Move(Root + from, Root + to);
            return true;
        }
        catch (Exception)
        {
            Failures++;
            return false;
        }
    }

    private bool Put(string name, FileMode mode, byte[] buffer, int count)
    {
        try
        {
            using (FileStream stream = new FileStream(Root + name, mode, FileAccess.Write))
            {
                stream.Write(buffer, 0, count);
                stream.Flush();
            }

            return true;
        }
        catch (Exception)
        {
            Failures++;
            return false;
        }
    }
}
