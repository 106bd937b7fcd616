using System;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>The check of a BQ76952 on the bus: x^8 + x^2 + x + 1, from 0, not reflected.</summary>
public static class Crc8
{
    private static readonly byte[] s_table = Table();

    /// <summary>Check over bytes.</summary>
    public static byte Of(ReadOnlySpan<byte> bytes)
    {
        byte crc = 0;
        foreach (byte one in bytes)
        {
            crc = Next(crc, one);
        }

        return crc;
    }

    internal static byte Next(byte crc, byte value) => s_table[crc ^ value];

    private static byte[] Table()
    {
        byte[] table = new byte[256];
        for (int value = 0; value < 256; value++)
        {
            int crc = value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1;
            }

            table[value] = (byte)crc;
        }

        return table;
    }
}
