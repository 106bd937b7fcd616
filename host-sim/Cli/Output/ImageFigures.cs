using System.Linq;
using Bms.Core.Cells;

namespace Bms.Cli.Output;

/// <summary>A profile image in a few figures.</summary>
/// <param name="Version">Format version.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Checksum">Its checksum, eight hexadecimal digits.</param>
/// <param name="Fields">How many fields it has.</param>
/// <param name="Tables">How many of these have more than one value.</param>
internal sealed record ImageFigures(int Version, int Bytes, string Checksum, int Fields, int Tables)
{
    /// <summary>The figures of a sound image.</summary>
    public static ImageFigures Of(ProfileImage image, int bytes)
    {
        ProfileRow[] rows = ProfileTable.Rows();
        return new(ProfileImage.Version, bytes, image.Checksum.ToString("x8"), rows.Length, rows.Count(row => row.MostValues > 2));
    }

    /// <summary>The figures as a person reads them.</summary>
    public override string ToString() => $"{Bytes} bytes, checksum {Checksum}, version {Version}, {Fields} fields of which {Tables} are tables";
}
