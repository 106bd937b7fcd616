using System;
using System.IO;
using System.Linq;
using Bms.Core.Cells;

namespace Bms.Profiles;

/// <summary>Profile images as files, and what is wrong with one that the firmware refuses.</summary>
public static class ImageFile
{
    /// <summary>How their names end.</summary>
    public const string Extension = ".bmsp";

    private const string Whole = "an image as bms-sim profile build writes it";

    /// <summary>Whether a path names an image rather than a parameter file.</summary>
    public static bool IsNamed(string path) => string.Equals(Path.GetExtension(path), Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an image just as the firmware does.</summary>
    /// <exception cref="BadInputException">There is no such file, it can't be read, or the firmware would refuse it; the message says why.</exception>
    public static ProfileImage Read(string path)
    {
        ProfileImage image = ProfileImage.Read(Bytes(path));
        return image.Error == ProfileError.None ? image : throw Refusal(path, image);
    }

    /// <summary>Says in one line why an image is refused.</summary>
    /// <param name="where">Where it comes from.</param>
    /// <param name="image">An image with an <see cref="ProfileImage.Error"/>.</param>
    public static BadInputException Refusal(string where, ProfileImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        ProfileRow? row = ProfileTable.Rows().FirstOrDefault(candidate => candidate.Number == image.ErrorField);
        string field = image.ErrorField == 0 ? string.Empty : $"field {image.ErrorField}{(row is null ? string.Empty : $" '{row.Name}'")}";
        string reason = ProfileTable.Reasons()[(int)image.Error];
        (string detail, string expected) = image.Error switch
        {
            ProfileError.Range => ($"{field}, value {image.ErrorIndex} is {image.ErrorValue}", $"from {row!.Lowest} to {row.Highest} {row.Unit}"),
            ProfileError.Order => ($"{field}, value {image.ErrorIndex} is {image.ErrorValue}", row!.Trend > 0 ? "values that rise strictly" : "values that never rise"),
            ProfileError.Field => ($"{field} has {image.ErrorValue}", row!.FewestValues == row.MostValues ? $"{row.MostValues}" : $"from {row.FewestValues} to {row.MostValues}"),
            ProfileError.TooShort or ProfileError.Length => ($"{image.ErrorValue} bytes", Whole),
            ProfileError.Version => ($"{image.ErrorValue}", $"version {ProfileImage.Version}"),
            ProfileError.Checksum => ($"{image.ErrorValue:x8}", Whole),
            _ => (field, Whole),
        };
        return new BadInputException(where, detail.Length == 0 ? reason : $"{reason} ({detail})", expected);
    }

    private static byte[] Bytes(string path)
    {
        const string Expected = "the path of an image that this user may read";
        if (!File.Exists(path))
        {
            throw new BadInputException(path, Directory.Exists(path) ? "a folder" : "no such file", Expected);
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: can't be read ({failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}); {Expected}", failure);
        }
    }
}
