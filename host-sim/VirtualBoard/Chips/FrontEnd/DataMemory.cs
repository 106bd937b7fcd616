using System;
using System.Buffers.Binary;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>The data memory of a BQ76952: settings in RAM, little-endian, lost on reset.</summary>
/// <remarks>
/// Defaults are those of the technical reference where public sources quote them. Unconfirmed: FET protections B and C, SF alert
/// masks, FET Options, Mfg Status Init, open-wire check time, current thresholds, recovery time, balancing interval and temperatures,
/// overcurrent recovery thresholds, OCD2 and temperature delays. What no source gives is 0.
/// </remarks>
internal sealed class DataMemory
{
    internal const int First = 0x9180;
    internal const int Size = 0x200;

    private const ushort NominalCellGain = 12120;
    private const float NominalCurrentGain = 7.5684f;
    private const float CapacityFactor = 298261.6178f;

    // address, bytes, value
    private static readonly int[] s_defaults =
    [
        0x9234, 2, 0x2982, // Power Config
        0x9239, 1, 0x00, // Comm Type
        0x923A, 1, 0x10, // I2C Address
        0x9257, 2, 0x0414, 0x9259, 2, 0x3672, 0x925B, 2, 0xFFFF, 0x925D, 2, 0xFFFF, // keys
        0x9261, 1, 0x88, // Enabled Protections A: SCD, COV
        0x9265, 1, 0x98, 0x9266, 1, 0xD5, 0x9267, 1, 0x56, // CHG FET Protections
        0x9269, 1, 0xE4, 0x926A, 1, 0xE6, 0x926B, 1, 0xE2, // DSG FET Protections
        0x926D, 2, 0xF800, // Default Alarm Mask
        0x926F, 1, 0xFC, 0x9270, 1, 0xF7, 0x9271, 1, 0xF4, // SF Alert Mask
        0x9273, 2, 50, // Body Diode Threshold, mA
        0x9275, 1, 50, 0x9276, 2, 74, // CUV
        0x9278, 1, 86, 0x9279, 2, 74, // COV
        0x927B, 1, 2, 0x927C, 1, 2, // recovery hysteresis of CUV and COV
        0x9280, 1, 2, 0x9281, 1, 4, // OCC
        0x9282, 1, 4, 0x9283, 1, 1, // OCD1
        0x9284, 1, 3, 0x9285, 1, 7, // OCD2
        0x9286, 1, 0, 0x9287, 1, 2, // SCD
        0x9288, 2, -200, // OCC recovery, mA
        0x928A, 2, -4000, 0x928C, 1, 2, // OCD3, userA and s
        0x928D, 2, 200, // OCD recovery, mA
        0x929A, 1, 55, 0x929B, 1, 2, 0x929C, 1, 50, // OTC
        0x929D, 1, 60, 0x929E, 1, 2, 0x929F, 1, 55, // OTD
        0x92A0, 1, 80, 0x92A1, 1, 2, 0x92A2, 1, 65, // OTF
        0x92A3, 1, 85, 0x92A4, 1, 2, 0x92A5, 1, 80, // OTINT
        0x92A6, 1, 0, 0x92A7, 1, 2, 0x92A8, 1, 5, // UTC
        0x92A9, 1, 0, 0x92AA, 1, 2, 0x92AB, 1, 5, // UTD
        0x92AC, 1, -20, 0x92AD, 1, 2, 0x92AE, 1, -15, // UTINT
        0x92AF, 1, 3, // Recovery Time, s
        0x92CB, 2, 2200, 0x92CE, 2, 4500, // SUV and SOV, mV
        0x92FD, 1, 0x07, // TS1: cell thermistor with 18 kohm
        0x9303, 1, 0x05, // DA Configuration: 10 mV, 1 mA
        0x9307, 1, 80, // CC3 Samples
        0x9308, 1, 0x0D, // FET Options
        0x930E, 1, 5, 0x930F, 1, 50, // predischarge
        0x9310, 2, 100, 0x9312, 2, 50, // Dsg and Chg current thresholds
        0x9314, 1, 5, // open-wire check time, s
        0x9336, 1, -20, 0x9337, 1, 60, 0x9338, 1, 70, // balancing temperatures, °C
        0x9339, 1, 20, 0x933A, 1, 1, // balancing interval, s, and cells
        0x9343, 2, 0x0040, // Mfg Status Init
    ];

    private readonly byte[] _content = new byte[Size];
    private readonly ushort[] _factoryGain = new ushort[16];

    internal DataMemory(Analog.NoiseSource noise)
    {
        for (int cell = 0; cell < 16; cell++)
        {
            _factoryGain[cell] = (ushort)(NominalCellGain + (60 * noise.Uniform((ulong)(100 + cell))));
        }

        Reset();
    }

    internal static bool Contains(int address) => address is >= First and < First + Size;

    internal byte U1(int address) => _content[address - First];

    internal sbyte I1(int address) => (sbyte)_content[address - First];

    internal ushort U2(int address) => BinaryPrimitives.ReadUInt16LittleEndian(_content.AsSpan(address - First));

    internal short I2(int address) => (short)U2(address);

    internal float F4(int address) => BinaryPrimitives.ReadSingleLittleEndian(_content.AsSpan(address - First));

    /// <summary>What the cell's gain is set to, over what the factory found.</summary>
    internal double CellGain(int cell) => U2(0x9180 + (2 * cell)) / (double)_factoryGain[cell];

    /// <summary>Fills a block for the host; beyond the end it is 0.</summary>
    internal void CopyTo(int address, Span<byte> block)
    {
        for (int i = 0; i < block.Length; i++)
        {
            block[i] = Contains(address + i) ? _content[address + i - First] : (byte)0;
        }
    }

    internal void Write(int address, ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (Contains(address + i))
            {
                _content[address + i - First] = bytes[i];
            }
        }
    }

    internal void Reset()
    {
        Array.Clear(_content);
        for (int i = 0; i < s_defaults.Length; i += 3)
        {
            Put(s_defaults[i], s_defaults[i + 1], s_defaults[i + 2]);
        }

        for (int cell = 0; cell < 16; cell++)
        {
            Put(0x9180 + (2 * cell), 2, _factoryGain[cell]);
        }

        BinaryPrimitives.WriteSingleLittleEndian(_content.AsSpan(0x91A8 - First), NominalCurrentGain);
        BinaryPrimitives.WriteSingleLittleEndian(_content.AsSpan(0x91AC - First), NominalCurrentGain * CapacityFactor);
        Put(0x91C6, 2, 64);
    }

    private void Put(int address, int bytes, int value)
    {
        for (int i = 0; i < bytes; i++)
        {
            _content[address - First + i] = (byte)(value >> (8 * i));
        }
    }
}
