using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Core.Cells;
using Bms.Profiles;

namespace Bms.Cli.Output;

/// <summary>What a profile image holds; its properties are the keys of the JSON object.</summary>
internal sealed record ImageCard(string File, ImageFigures Image, IReadOnlyList<ImageCard.Field> Fields)
{
    /// <summary>The card of an image file.</summary>
    /// <exception cref="BadInputException">The firmware would refuse it.</exception>
    public static ImageCard Read(string path)
    {
        ProfileImage image = ImageFile.Read(path);
        IEnumerable<Field> fields = ProfileTable.Rows().Select(row => new Field(row.Number, row.Name, row.Unit, image.Values(row.Number)));
        return new ImageCard(Path.GetFileName(path), ImageFigures.Of(image, (int)new FileInfo(path).Length), [.. fields]);
    }

    /// <summary>A field; its unit includes the scale.</summary>
    internal sealed record Field(int Number, string Name, string Unit, IReadOnlyList<int> Values);
}
