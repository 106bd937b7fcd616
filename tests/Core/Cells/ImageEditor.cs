using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;

namespace Bms.Core.Tests.Cells;

/// <summary>Takes a profile image apart and puts it together again, with right length, count and checksum whatever it then says.</summary>
internal sealed class ImageEditor
{
    private readonly List<(int Number, List<int> Values)> _fields = [];

    public ImageEditor(string cell)
    {
        int[] words = Words(BuiltInCell.Image(cell));
        for (int next = 4; next < words.Length - 1;)
        {
            int count = words[next] >> 16;
            _fields.Add((words[next] & 0xFFFF, [.. words[(next + 1)..(next + 1 + count)]]));
            next += 1 + count;
        }
    }

    public IReadOnlyList<(int Number, List<int> Values)> Fields => _fields;

    public List<int> this[int number] => _fields.Single(field => field.Number == number).Values;

    public ImageEditor Set(int number, int value, int index = 0)
    {
        this[number][index] = value;
        return this;
    }

    public ImageEditor Remove(int number)
    {
        _fields.RemoveAll(field => field.Number == number);
        return this;
    }

    public ImageEditor Add(int number, params int[] values)
    {
        _fields.Add((number, [.. values]));
        return this;
    }

    public byte[] Image()
    {
        List<int> words = [ProfileImage.Magic, ProfileImage.Version, 0, _fields.Count];
        foreach ((int number, List<int> values) in _fields)
        {
            words.Add(number | (values.Count << 16));
            words.AddRange(values);
        }

        words[2] = (words.Count + 1) * 4;
        return Signed(words);
    }

    public ProfileImage Read() => ProfileImage.Read(Image());

    public CellProfile Profile()
    {
        ProfileImage image = Read();
        return image.Error == ProfileError.None ? new CellProfile(image) : throw new InvalidOperationException($"refused: {image.Error}, field {image.ErrorField}");
    }

    /// <summary>Words with their checksum behind them.</summary>
    public static byte[] Signed(IReadOnlyList<int> words)
    {
        byte[] image = new byte[(words.Count + 1) * 4];
        for (int k = 0; k < words.Count; k++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(k * 4), words[k]);
        }

        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(image.Length - 4), ProfileImage.Crc32(image, image.Length - 4));
        return image;
    }

    public static int[] Words(byte[] image)
        => [.. Enumerable.Range(0, image.Length / 4).Select(k => BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(k * 4)))];
}
