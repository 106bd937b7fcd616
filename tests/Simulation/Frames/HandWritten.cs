using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Storage;
using Bms.Profiles;
using Bms.Simulation.Frames;

namespace Bms.Simulation.Tests.Frames;

/// <summary>A frame file put together number by number, as the description of the form says, by other code than the recorder's.</summary>
internal sealed class HandWritten
{
    public const ulong Magic = 0x46534D42;
    public const ulong End = 1_000_000;

    private readonly List<byte> _bytes = [];

    /// <summary>The header of a pack of so many cells.</summary>
    public static FrameHeader Header(int cells = 2) => new()
    {
        Profile = FirmwareImage.Build(Cells.Pouch),
        ClampOfCell = PackProfile.Uniform(cells, 16, 2).ClampOfCell,
        SensorOfCell = PackProfile.Uniform(cells, 16, 2).SensorOfCell,
        Settings = Defaults(),
        Restored = new RestoredState(cells),
        Start_ms = 0,
    };

    /// <summary>What a file holds once it is decompressed.</summary>
    public static byte[] Content(byte[] file)
    {
        using BrotliStream stream = new(new MemoryStream(file), CompressionMode.Decompress);
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public HandWritten Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public HandWritten Unsigned(params ulong[] values)
    {
        foreach (ulong value in values)
        {
            ulong rest = value;
            for (; rest >= 0x80; rest >>= 7)
            {
                _bytes.Add((byte)(rest | 0x80));
            }

            _bytes.Add((byte)rest);
        }

        return this;
    }

    public HandWritten Signed(params long[] values)
    {
        foreach (long value in values)
        {
            Unsigned(value < 0 ? ((ulong)-(value + 1) * 2) + 1 : (ulong)value * 2);
        }

        return this;
    }

    public HandWritten Many(int[] values) => Many([.. values.Select(value => (long)value)]);

    public HandWritten Many(long[] values)
    {
        Unsigned((ulong)values.Length);
        return Signed(values);
    }

    /// <summary>Magic, version and a header.</summary>
    public HandWritten Begin(FrameHeader header)
    {
        RestoredState state = header.Restored;
        return Map(header).Unsigned((ulong)state.StateOfCharge_Q30.Length).Signed(state.Age_s).Unsigned(15)
            .Unsigned(1).Many(state.StateOfCharge_Q30).Unsigned(2).Many(state.Contact_Q30).Unsigned(3).Many(state.Filament_Q30)
            .Unsigned(4).Many(state.InterphaseSquare_Q20).Unsigned(5).Many(state.CalendarSquare_Q60).Unsigned(6).Many(state.CycleFade_Q60)
            .Unsigned(7).Many(state.Deviation_ppm).Unsigned(8).Many(state.OhmicScale_Q20).Unsigned(9).Many(state.ReactionScale_Q20)
            .Unsigned(10).Many(state.ResistanceDeviation_ppm).Unsigned(11).Many(state.CapacityScale_Q20).Unsigned(12).Many(state.CapacityDeviation_ppm)
            .Unsigned(13).Many(state.ClampPressure_Pa).Unsigned(14).Many(state.CoreTemperature_mK).Unsigned(15).Many(state.Stripped_Q24)
            .Signed(header.Start_ms);
    }

    /// <summary>Magic, version, and a header up to its settings.</summary>
    public HandWritten Map(FrameHeader header) =>
        Unsigned(Magic, 3, (ulong)header.Profile.Length).Raw(header.Profile).Many(header.ClampOfCell).Many(header.SensorOfCell).Many(header.Settings);

    /// <summary>End marker and checksum.</summary>
    public HandWritten Close()
    {
        Signed(0).Unsigned(End);
        ulong checksum = 14695981039346656037;
        foreach (byte next in _bytes)
        {
            checksum = (checksum ^ next) * 1099511628211;
        }

        return Unsigned(checksum);
    }

    public byte[] ToArray()
    {
        using MemoryStream file = new();
        using (BrotliStream stream = new(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write([.. _bytes]);
        }

        return file.ToArray();
    }

    private static int[] Defaults()
    {
        Settings settings = new();
        int[] values = new int[Setting.Count];
        for (int number = 0; number < values.Length; number++)
        {
            values[number] = settings.Value(number);
        }

        return values;
    }
}
