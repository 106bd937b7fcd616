using System;
using System.IO;
using Bms.Core.Cells;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>An image on disk is read as the firmware reads it, and refused in words.</summary>
public sealed class ImageFileTests : IDisposable
{
    private static readonly byte[] _image = FirmwareImage.Build(ProfileLibrary.Load(ProfileLibrary.Default));

    private readonly string _folder = Directory.CreateTempSubdirectory("bms-images-").FullName;

    /// <summary>A byte, what is put there; the words of the refusal.</summary>
    public static TheoryData<int, byte, string, string> Damages { get; } = new()
    {
        { 0, (byte)'X', "not a profile image", "profile build" },
        { 4, 9, "a version this loader does not know (9)", "version 1" },
        { 8, 0, "its length word differs from its length (", "profile build" },
        { 500, 0xAA, "its checksum does not fit its content (", "profile build" },
    };

    [Fact]
    public void A_whole_image_is_read()
    {
        ProfileImage image = ImageFile.Read(Written(_image));

        Assert.Equal(ProfileImage.Read(_image).Checksum, image.Checksum);
    }

    [Theory, MemberData(nameof(Damages))]
    public void A_damaged_image_is_refused_with_the_reason(int at, byte value, string found, string expected)
    {
        byte[] damaged = [.. _image];
        damaged[at] = value;
        string path = Written(damaged);

        string message = Assert.Throws<BadInputException>(() => ImageFile.Read(path)).Message;

        Assert.StartsWith($"{path}: {found}", message);
        Assert.Contains(expected, message[message.IndexOf(';')..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_at_fault_is_named()
    {
        int[] words = new int[_image.Length / sizeof(int)];
        Buffer.BlockCopy(_image, 0, words, 0, _image.Length);

        Assert.EndsWith(": a field is missing or has a wrong number of values (field 1 '1C current' has 0); 1", Reason([.. words[..2], 20, 0]));
        Assert.Contains(": a field stands twice, is unknown or runs past the end (field 46); ", Reason([.. words[..4], 46 | (1 << 16), .. words[5..^1]]), StringComparison.Ordinal);
        Assert.EndsWith(": a value is out of range (field 1 '1C current', value 0 is 99); from 100 to 1000000000 µA", Reason([.. words[..5], 99, .. words[6..^1]]));
    }

    [Fact]
    public void An_empty_file_is_too_short() =>
        Assert.Contains("too short for an image (0 bytes)", Assert.Throws<BadInputException>(() => ImageFile.Read(Written([]))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_file_is_refused()
    {
        Assert.Contains("no such file", Assert.Throws<BadInputException>(() => ImageFile.Read(Path.Combine(_folder, "none.bmsp"))).Message, StringComparison.Ordinal);
        Assert.Contains("a folder", Assert.Throws<BadInputException>(() => ImageFile.Read(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_is_no_parameter_file()
    {
        string path = Written(_image);

        Assert.Equal($"{path}: a built image; the parameter file it was built from", Assert.Throws<BadInputException>(() => ProfileLibrary.Load(path)).Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(byte[] bytes)
    {
        string path = Path.Combine(_folder, "cell.bmsp");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Why an image of these words, with a checksum that fits, is refused.</summary>
    private string Reason(int[] words)
    {
        byte[] bytes = new byte[(words.Length + 1) * sizeof(int)];
        Buffer.BlockCopy(words, 0, bytes, 0, words.Length * sizeof(int));
        BitConverter.GetBytes(ProfileImage.Crc32(bytes, bytes.Length - sizeof(int))).CopyTo(bytes, bytes.Length - sizeof(int));
        return Assert.Throws<BadInputException>(() => ImageFile.Read(Written(bytes))).Message;
    }
}
