using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Link;
using CsCheck;

namespace Bms.Link.Tests;

internal static class Messages
{
    private const int MostRunBytes = 116;

    private static readonly int[] s_awkward = [0, 0x00FF00FF, int.MinValue, int.MaxValue];

    private static readonly Gen<int> s_numbers = Gen.OneOf(Gen.Int, Gen.Int[-300, 300], Gen.Int[0, 3].Select(k => s_awkward[k]));

    private static readonly Gen<ReadingRun> s_run = Gen.Select(
        Gen.Int[0, 255],
        Gen.Bool,
        Gen.Int[0, ReadingRun.OldestAge_ms],
        s_numbers.Array[0, 27],
        (channel, isValid, age_ms, values) => new ReadingRun(channel, isValid, age_ms, values));

    public static Gen<LinkMessage> OfRow(LinkMessageRow row)
    {
        Gen<object[]> values = Gen.Const(System.Array.Empty<object>());
        foreach (LinkField field in row.Fields)
        {
            values = Gen.Select(values, OfType(field.Type), (before, value) => before.Append(value).ToArray());
        }

        return values.Select(all => new LinkMessage(row, all));
    }

    public static Gen<LinkMessage> Any { get; } = Gen.OneOf([.. LinkMessageTable.All.Select(OfRow)]);

    public static Gen<LinkMessage> FromHost { get; } = Gen.OneOf([.. LinkMessageTable.All.Where(row => row.IsFromHost).Select(OfRow)]);

    private static Gen<object> OfType(FieldType type) => type switch
    {
        FieldType.U8 => Gen.Byte.Select(value => (object)(int)value),
        FieldType.U32 => s_numbers.Select(value => (object)(uint)value),
        FieldType.I32 => s_numbers.Select(value => (object)value),
        FieldType.U64 => Gen.Select(s_numbers, s_numbers, (low, high) => (object)((uint)low | ((long)high << 32))),
        FieldType.Text => Gen.Char[' ', '~'].Array[0, 32].Select(text => (object)new string(text)),
        _ => s_run.Array[0, 20].Select(runs => (object)Fitting(runs)),
    };

    private static List<ReadingRun> Fitting(ReadingRun[] runs)
    {
        List<ReadingRun> fitting = [];
        int bytes = 0;
        foreach (ReadingRun run in runs)
        {
            bytes += 4 + (4 * run.Values.Count);
            if (bytes <= MostRunBytes)
            {
                fitting.Add(run);
            }
        }

        return fitting;
    }
}
