namespace Bms.Core.Cells;

/// <summary>Why a profile image was refused; <see cref="ProfileTable.Reasons"/> has the words. The numbers are stable.</summary>
/// <remarks>Each says what <see cref="ProfileImage.ErrorValue"/> then holds.</remarks>
public enum ProfileError
{
    /// <summary>The image is sound.</summary>
    None = 0,

    /// <summary>The length word, which is the value, disagrees with the bytes there are, or these are no whole words.</summary>
    Length = 1,

    /// <summary>Not a profile image: the value is its first word.</summary>
    Magic = 2,

    /// <summary>A format this loader does not know: the value is its version.</summary>
    Version = 3,

    /// <summary>The checksum, which is the value, does not fit the content.</summary>
    Checksum = 4,

    /// <summary>A field stands twice, is unknown, or runs past the end; or the count of fields, which is the value, is wrong.</summary>
    Structure = 5,

    /// <summary>A field is missing or has a wrong number of values: the value is how many.</summary>
    Field = 6,

    /// <summary>A value lies outside the range of its row.</summary>
    Range = 7,

    /// <summary>Fields contradict each other: the value is the first of the one that is named.</summary>
    Consistency = 8,

    /// <summary>Too short for an image: the value is the number of bytes.</summary>
    TooShort = 9,

    /// <summary>A value goes against the trend of its row.</summary>
    Order = 10,
}
