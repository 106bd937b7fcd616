using System;
using System.Linq;
using Bms.Core.Cells;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>A damaged image is refused, and says why.</summary>
public class ProfileDamageTests
{
    private const int HeaderWords = 4;

    private static readonly int[] _intact = ImageEditor.Words(BuiltInCell.Image(BuiltInCell.Pouch));

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    public static TheoryData<int> EveryField => [.. ProfileTable.Rows().Select(row => row.Number)];

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void A_flipped_bit_in_any_byte_is_noticed(string cell)
    {
        byte[] image = BuiltInCell.Image(cell);
        for (int at = 0; at < image.Length; at += at < 64 || at > image.Length - 64 ? 1 : 5)
        {
            image[at] ^= (byte)(1 << (at % 8));
            ProfileError expected = at switch { < 4 => ProfileError.Magic, < 8 => ProfileError.Version, < 12 => ProfileError.Length, _ => ProfileError.Checksum };
            ProfileError error = ProfileImage.Read(image).Error;
            Assert.True(error == expected, $"byte {at}: {error} instead of {expected}");
            image[at] ^= (byte)(1 << (at % 8));
        }
    }

    [Fact]
    public void A_byte_changed_anywhere_to_anything_is_noticed() =>
        Gen.Select(Gen.Int[0, BuiltInCell.Image(BuiltInCell.Pouch).Length - 1], Gen.Int[1, 255]).Sample(
            (at, change) =>
            {
                byte[] image = BuiltInCell.Image(BuiltInCell.Pouch);
                image[at] ^= (byte)change;
                Assert.NotEqual(ProfileError.None, ProfileImage.Read(image).Error);
            },
            iter: 500);

    [Fact]
    public void A_truncated_image_is_noticed_at_every_length()
    {
        byte[] image = BuiltInCell.Image(BuiltInCell.Film);
        foreach (int length in Enumerable.Range(0, image.Length))
        {
            ProfileImage read = ProfileImage.Read(image[..length]);
            Assert.Equal(length < 20 ? (ProfileError.TooShort, length) : (ProfileError.Length, image.Length), (read.Error, read.ErrorValue));
        }
    }

    [Fact]
    public void Bytes_behind_an_image_are_noticed() =>
        Assert.All([1, 2, 3, 4, 400], more => Assert.Equal(ProfileError.Length, ProfileImage.Read([.. BuiltInCell.Image(BuiltInCell.Pouch), .. new byte[more]]).Error));

    [Fact]
    public void No_image_is_noticed() => Assert.Equal(ProfileError.TooShort, ProfileImage.Read(null).Error);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Another_format_is_noticed(int version) => Assert.Equal((ProfileError.Version, version), (Changed(1, version).Error, Changed(1, version).ErrorValue));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void A_wrong_count_of_fields_is_noticed(int count) => Assert.Equal(ProfileError.Structure, Changed(3, count).Error);

    [Fact]
    public void A_field_that_runs_past_the_end_is_noticed() => Assert.Equal(ProfileError.Structure, Changed(HeaderWords, 1 | (0x7FFF << 16)).Error);

    [Theory]
    [MemberData(nameof(EveryField))]
    public void A_missing_field_is_noticed(int field) => Refused(new ImageEditor(BuiltInCell.Pouch).Remove(field), ProfileError.Field, field);

    [Theory]
    [MemberData(nameof(EveryField))]
    public void A_second_field_of_the_same_number_is_noticed(int field)
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        Refused(editor.Add(field, [.. editor[field]]), ProfileError.Structure, field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(38)]
    [InlineData(ProfileField.Count)]
    [InlineData(0xFFFF)]
    public void An_unknown_field_is_noticed(int field) => Refused(new ImageEditor(BuiltInCell.Pouch).Add(field, 1), ProfileError.Structure, field);

    [Theory]
    [MemberData(nameof(EveryField))]
    public void A_wrong_number_of_values_is_noticed(int field)
    {
        ProfileRow row = ProfileTable.Rows().Single(r => r.Number == field);
        ImageEditor fewer = new(BuiltInCell.Pouch);
        fewer[field].RemoveRange(row.FewestValues - 1, fewer[field].Count - row.FewestValues + 1);
        Refused(fewer, ProfileError.Field, field);

        ImageEditor more = new(BuiltInCell.Pouch);
        more[field].AddRange(Enumerable.Repeat(more[field][^1], row.MostValues + 1 - more[field].Count));
        Refused(more, ProfileError.Field, field);
    }

    [Theory]
    [MemberData(nameof(EveryField))]
    public void A_value_outside_its_range_is_noticed(int field)
    {
        ProfileRow row = ProfileTable.Rows().Single(r => r.Number == field);
        int last = new ImageEditor(BuiltInCell.Pouch)[field].Count - 1;
        foreach (int index in new[] { 0, last / 2, last })
        {
            foreach (int value in (int[])[.. row.Lowest > int.MinValue ? [row.Lowest - 1] : (int[])[], .. row.Highest < int.MaxValue ? [row.Highest + 1] : (int[])[]])
            {
                ProfileImage image = Refused(new ImageEditor(BuiltInCell.Pouch).Set(field, value, index), ProfileError.Range, field);
                Assert.Equal((index, value), (image.ErrorIndex, image.ErrorValue));
            }
        }
    }

    [Theory]
    [InlineData(ProfileField.Stoichiometry, 0)]
    [InlineData(ProfileField.OpenCircuit, 1)]
    public void A_table_that_turns_back_is_noticed(int field, int beyond)
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        int before = editor[field][10];
        ProfileImage image = Refused(editor.Set(field, before + beyond, 11), ProfileError.Order, field);
        Assert.Equal((11, before + beyond), (image.ErrorIndex, image.ErrorValue));
    }

    [Fact]
    public void A_flat_stretch_of_potential_is_none()
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        editor.Set(ProfileField.OpenCircuit, editor[ProfileField.OpenCircuit][10], 11);
        Assert.Equal(ProfileError.None, editor.Read().Error);
    }

    [Fact]
    public void Every_reason_has_words_of_its_own()
    {
        ProfileError[] errors = Enum.GetValues<ProfileError>();
        string[] reasons = ProfileTable.Reasons();
        Assert.Equal(Enumerable.Range(0, reasons.Length), errors.Select(error => (int)error));
        Assert.Equal(reasons.Distinct(), reasons);
    }

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Assert.NotEqual(ProfileError.None, ProfileImage.Read(bytes).Error));

    [Fact]
    public void Random_words_behind_a_sound_header_never_throw() =>
        Gen.Select(Gen.Int.Array[1, 60], Gen.Int[0, 70]).Sample((words, count) =>
        {
            int[] image = [ProfileImage.Magic, ProfileImage.Version, (HeaderWords + words.Length + 1) * 4, count, .. words];
            ProfileError error = ProfileImage.Read(ImageEditor.Signed(image)).Error;
            Assert.True(error is ProfileError.Structure or ProfileError.Field, error.ToString());
        });

    [Fact]
    public void Changed_words_under_a_repaired_checksum_never_throw() =>
        Gen.Select(Gen.Int[HeaderWords, _intact.Length - 2], Gen.Int, Gen.Int[HeaderWords, _intact.Length - 2], Gen.Int).Sample((first, one, second, two) =>
        {
            int[] words = [.. _intact[..^1]];
            words[first] = one;
            words[second] = two;
            ProfileImage image = ProfileImage.Read(ImageEditor.Signed(words));
            Assert.True(image.Error is ProfileError.None or >= ProfileError.Structure, image.Error.ToString());
        });

    private static ProfileImage Changed(int word, int value)
    {
        int[] words = [.. _intact[..^1]];
        words[word] = value;
        return ProfileImage.Read(ImageEditor.Signed(words));
    }

    private static ProfileImage Refused(ImageEditor editor, ProfileError error, int field)
    {
        ProfileImage image = editor.Read();
        Assert.Equal((error, field), (image.Error, image.ErrorField));
        return image;
    }
}
