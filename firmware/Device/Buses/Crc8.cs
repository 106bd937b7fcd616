namespace Bms.Device.Buses;

/// <summary>The check byte x^8 + x^2 + x + 1 that front ends add to every byte on the bus: starts at 0, nothing reflected or inverted.</summary>
public sealed class Crc8
{
    private const int Polynomial = 0x07;

    /// <summary>The check of every single byte. The check of more bytes follows one by one: <c>check = Table[check ^ next]</c>.</summary>
    public readonly byte[] Table = new byte[256];

    /// <summary>Makes the table.</summary>
    public Crc8()
    {
        for (int value = 0; value < 256; value++)
        {
            int rest = value;
            for (int bit = 0; bit < 8; bit++)
            {
                rest = (rest & 0x80) != 0 ? (rest << 1) ^ Polynomial : rest << 1;
            }

            Table[value] = (byte)rest;
        }
    }
}
