using System;
using System.Linq;
using System.Reflection;
using Bms.Core.Cells;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>The profile that the firmware carries itself.</summary>
public class EmbeddedSourceTests
{
    private static readonly CellFile _default = ProfileLibrary.Open(ProfileLibrary.Default);
    private static readonly byte[] _image = FirmwareImage.Build(_default.Cell);

    [Fact]
    public void Firmware_carries_the_default_profile()
    {
        Assert.Equal(_image, EmbeddedProfile.Image());
        Assert.NotSame(EmbeddedProfile.Image(), EmbeddedProfile.Image());
    }

    [Fact]
    public void Embedded_profile_comes_in_as_the_built_one_does()
    {
        CellProfile embedded = new(ProfileImage.Read(EmbeddedProfile.Image()));
        CellProfile built = new(ProfileImage.Read(_image));

        FieldInfo[] fields = typeof(CellProfile).GetFields(BindingFlags.Public | BindingFlags.Instance);
        Assert.True(fields.Length > 60);
        Assert.All(fields, field => Assert.Equal(field.GetValue(built), field.GetValue(embedded)));
    }

    [Fact]
    public void Source_says_where_it_comes_from()
    {
        string[] lines = EmbeddedSource.Of(_default, _image).Split('\n');

        Assert.Contains("// Written by: bms-sim profile build pouch-lpscl-nmc", lines);
        Assert.Contains(lines, line => line.StartsWith("// From: pouch-lpscl-nmc.json ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains($"{_image.Length} bytes, checksum {ProfileImage.Read(_image).Checksum:x8}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_shows_in_the_lines_of_its_field()
    {
        using EditedFile file = EditedFile.With(ProfileLibrary.Default, ("Parameterisation/User-defined/Thermal/Heater power [W]/value", "9"), ("Parameterisation/User-defined/Thermal/Heater power [W]/description/range", "[0, 100]"));
        CellFile other = ProfileLibrary.Open(file.Path);

        string[] before = EmbeddedSource.Of(_default, _image).Split('\n');
        string[] after = EmbeddedSource.Of(other, FirmwareImage.Build(other.Cell)).Split('\n');

        int[] changed = [.. Enumerable.Range(0, before.Length).Where(line => before[line] != after[line] && !before[line].StartsWith("//", StringComparison.Ordinal))];
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(2, changed.Length);   // the field and the checksum
        Assert.Contains("heater power", before[changed[0] - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_leave_its_comment()
    {
        CellFile odd = _default with { FileName = "a\nb.json", Cell = _default.Cell with { Title = "x\r\npublic static class Evil { }\u2028y" } };

        string[] header = [.. EmbeddedSource.Of(odd, _image).Split('\n').TakeWhile(line => !line.StartsWith("namespace", StringComparison.Ordinal))];

        Assert.Equal(5, header.Length);
        Assert.All(header, line => Assert.StartsWith("// ", line));
        Assert.DoesNotContain('\u2028', string.Concat(header));
    }

    [Fact]
    public void A_damaged_image_is_not_embedded() => Assert.Throws<BadInputException>(() => EmbeddedSource.Of(_default, _image[..^4]));
}
