using System;
using System.IO;
using System.Linq;
using System.Text;
using Bms.Core.Cells;
using Bms.Profiles;
using Bms.Simulation.Results;

namespace Bms.Cli.Output;

/// <summary>Where a built profile goes: a new or empty folder, or one with an image in it, where each file is replaced when whole.</summary>
internal sealed class BuildFolder
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _folder;

    /// <summary>Tries the place.</summary>
    /// <exception cref="BadInputException">It is taken by something else.</exception>
    public BuildFolder(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(folder))
        {
            ResultFolder.Check(folder);
        }
        else if (!IsFree(folder))
        {
            throw new BadInputException(folder, "the folder is not empty and holds no profile image", "give a new folder or that of an earlier build");
        }
    }

    /// <summary>Writes an image and its source.</summary>
    /// <returns>Their paths.</returns>
    /// <exception cref="BadInputException">They can't be written.</exception>
    public (string Image, string Source) Write(string name, byte[] image, string source)
    {
        (string File, byte[] Content)[] files = [($"{name}{ImageFile.Extension}", image), (EmbeddedSource.FileName, s_utf8.GetBytes(source))];
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(_folder));
        string fresh = Path.Combine(Directory.Exists(place) ? place : Path.GetDirectoryName(place)!, $".{name}.{Guid.NewGuid().ToString("N")[..8]}");
        try
        {
            try
            {
                Directory.CreateDirectory(fresh);
                Array.ForEach(files, file => File.WriteAllBytes(Path.Combine(fresh, file.File), file.Content));
                if (!Directory.Exists(place))
                {
                    Directory.Move(fresh, place);
                }
                else
                {
                    Array.ForEach(files, file => File.Move(Path.Combine(fresh, file.File), Path.Combine(place, file.File), overwrite: true));
                }
            }
            finally
            {
                if (Directory.Exists(fresh))
                {
                    Directory.Delete(fresh, recursive: true);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{_folder}: the profile can't be written there ({failure.Message.TrimEnd('.')}); give a folder that can be written", failure);
        }

        return (Path.Combine(_folder, files[0].File), Path.Combine(_folder, files[1].File));
    }

    /// <summary>Whether a folder is empty or holds what an earlier build left.</summary>
    private static bool IsFree(string folder)
    {
        try
        {
            return !Directory.EnumerateFileSystemEntries(folder).Any()
                || Directory.EnumerateFiles(folder, $"*{ImageFile.Extension}").Any(file => ProfileImage.Read(File.ReadAllBytes(file)).Error is not (ProfileError.TooShort or ProfileError.Magic));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder}: {failure.Message.TrimEnd('.')}; give the path of a new folder", failure);
        }
    }
}
