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
    public void A_truncated_image_is_noticed_at_every_length()
    {
        byte[] image = BuiltInCell.Image(BuiltInCell.Film);
        Assert.All(Enumerable.Range(0, image.Length), length => Assert.Equal(ProfileError.Length, ProfileImage.Read(image[..length]).Error));
    }

    [Fact]
    public void No_image_is_noticed() => Assert.Equal(ProfileError.Length, ProfileImage.Read(null).Error);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Another_format_is_noticed(int version) => Assert.Equal(ProfileError.Version, Changed(1, version).Error);

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
            if (row.Lowest > int.MinValue)
            {
                Refused(new ImageEditor(BuiltInCell.Pouch).Set(field, row.Lowest - 1, index), ProfileError.Range, field);
            }

            if (row.Highest < int.MaxValue)
            {
                Refused(new ImageEditor(BuiltInCell.Pouch).Set(field, row.Highest + 1, index), ProfileError.Range, field);
            }
        }
    }

    [Fact]
    public void Nodes_that_do_not_rise_are_noticed()
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        int before = editor[ProfileField.Stoichiometry][10];
        Refused(editor.Set(ProfileField.Stoichiometry, before, 11), ProfileError.Range, ProfileField.Stoichiometry);
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

    private static void Refused(ImageEditor editor, ProfileError error, int field)
    {
        ProfileImage image = editor.Read();
        Assert.Equal((error, field), (image.Error, image.ErrorField));
    }
}
