using System;
using System.Buffers.Binary;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>What each subcommand of a BQ76952 does.</summary>
/// <remarks>
/// Not modelled: writing OTP, FET test commands, precharge FETs, latched recoveries of OCDL. FET_CONTROL takes 1 as force off
/// (sources disagree: unconfirmed). Unconfirmed: firmware and hardware version, signatures.
/// </remarks>
internal sealed class SubcommandTable(FrontEndCore core)
{
    private const long TwiceWindow_us = 4_000_000;

    private readonly byte[] _scratch = new byte[32];
    private int _last;
    private long _lastAt_us = long.MinValue / 2;
    private byte _regulators;
    private ushort _level_mV;

    /// <summary>Fills the buffer with what a code returns.</summary>
    /// <returns>Bytes; 0 for a code that returns nothing or is not allowed.</returns>
    internal int Read(int code, Span<byte> buffer)
    {
        if (code >= 0x9000)
        {
            return ReadMemory(code, buffer);
        }

        switch (code)
        {
            case 0x0001:
                return Put(buffer, 0x7695);
            case 0x0002:
                BinaryPrimitives.WriteUInt16BigEndian(buffer, 0x7695);
                BinaryPrimitives.WriteUInt16BigEndian(buffer[2..], 0x0036);
                BinaryPrimitives.WriteUInt16BigEndian(buffer[4..], 0x0001);
                return 6;
            case 0x0003:
                return Put(buffer, 0x0000);
            case 0x0004:
            case 0x0009:
                return Put(buffer, 0x5A00 + code);
            case 0x0005:
                return Put(buffer, Signature());
            case 0x0035 when core.Security == 1:
                core.Memory.CopyTo(0x9257, buffer[..8]);
                return 8;
            case 0x0057:
                return Put(buffer, core.ManufacturingStatus);
            case 0x0070:
                _scratch.CopyTo(buffer);
                return _scratch.Length;
            case >= 0x0071 and <= 0x0074:
                return Raw(4 * (code - 0x0071), buffer);
            case 0x0075:
                return Overview(buffer);
            case 0x0076:
                return Charge(buffer);
            case 0x0077:
                buffer[..16].Clear();
                return 16;
            case 0x0080:
            case 0x0081:
                return Snapshot(buffer);
            case 0x0083:
                return Put(buffer, core.Balancing.Active);
            case 0x0084:
                return Put(buffer, _level_mV);
            case 0x0085:
                return Put(buffer, core.Balancing.Duration_s);
            case 0x0086:
            case 0x0087:
                return BalancingTimes(8 * (code - 0x0086), buffer);
            case 0x0097:
                buffer[0] = (byte)core.ForcedOff;
                return 1;
            case 0x0098:
                buffer[0] = _regulators;
                return 1;
            default:
                return 0;
        }
    }

    /// <summary>Does what a code without data does.</summary>
    internal void Execute(int code, long time_us)
    {
        bool isOpen = core.Security != 3;
        bool isTwice = _last == code && time_us - _lastAt_us <= TwiceWindow_us;
        _last = code;
        _lastAt_us = time_us;
        switch (code)
        {
            case 0x000E:
                core.IsDeepAsleep = false;
                break;
            case 0x000F when isTwice:
                core.IsDeepAsleep = true;
                break;
            case 0x0010 when isOpen || isTwice:
                core.ShutDown();
                break;
            case 0x0012 when isOpen:
                core.Reset(time_us, byWatchdog: false);
                break;
            case 0x0022 when isOpen:
                core.ManufacturingStatus ^= 0x10;
                break;
            case 0x0030 when isOpen:
                core.Security = 3;
                break;
            case 0x0082:
                core.Currents.ClearCharge();
                break;
            case 0x0090 when isOpen:
                core.BeginConfiguration();
                break;
            case 0x0092 when isOpen:
                core.EndConfiguration(time_us);
                break;
            case 0x0093:
                core.ForcedOff |= 0x03;
                break;
            case 0x0094:
                core.ForcedOff |= 0x0C;
                break;
            case 0x0095:
                core.ForcedOff = 0x0F;
                break;
            case 0x0096:
                core.ForcedOff = 0;
                break;
            case 0x0099:
                core.MaySleep = true;
                break;
            case 0x009A:
                core.MaySleep = false;
                break;
            case 0x009C:
                core.Safety.RecoverShortCircuit();
                break;
            case 0x29BC:
                core.SwapMode();
                break;
            case 0x29E7:
                core.SwapToI2c();
                break;
            default:
                break;
        }
    }

    /// <summary>Takes data whose checksum was right.</summary>
    internal void Write(int code, ReadOnlySpan<byte> bytes, long now_us)
    {
        if (code >= 0x9000)
        {
            if (core.IsConfiguring && core.Security != 3)
            {
                core.Memory.Write(code, bytes);
            }

            return;
        }

        int word = bytes.Length >= 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : bytes[0];
        switch (code)
        {
            case 0x0035 when core.Security == 1:
                core.Memory.Write(0x9257, bytes);
                break;
            case 0x0070:
                bytes.CopyTo(_scratch);
                break;
            case 0x0083:
                core.Balancing.Command(word, core.Voltages.Present, now_us);
                break;
            case 0x0084:
                _level_mV = (ushort)word;
                core.Balancing.CommandAbove(word, core.Voltages, now_us);
                break;
            case 0x0097:
                core.ForcedOff = word & 0x0F;
                break;
            case 0x0098:
                _regulators = (byte)word;
                break;
            default:
                break;
        }
    }

    private static int Put(Span<byte> buffer, int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(buffer, (ushort)value);
        return 2;
    }

    private int ReadMemory(int address, Span<byte> buffer)
    {
        if (core.Security == 3 || !DataMemory.Contains(address))
        {
            return 0;
        }

        core.Memory.CopyTo(address, buffer);
        return buffer.Length;
    }

    private int Signature()
    {
        int sum = 0;
        for (int address = DataMemory.First; address < DataMemory.First + DataMemory.Size; address++)
        {
            sum = ((sum << 1) | (sum >> 14 & 1)) ^ core.Memory.U1(address);
        }

        return sum & 0x7FFF;
    }

    private int Raw(int first, Span<byte> buffer)
    {
        int current = (int)Math.Round(core.Currents.Sense_V / 29.56e-9);
        for (int i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer[(8 * i)..], core.Voltages.Counts(first + i));
            BinaryPrimitives.WriteInt32LittleEndian(buffer[((8 * i) + 4)..], current);
        }

        return 32;
    }

    private int Overview(Span<byte> buffer)
    {
        buffer.Clear();
        VoltageScan cells = core.Voltages;
        int sum = 0;
        for (int cell = 0; cell < VoltageScan.Cells; cell++)
        {
            sum += (cells.Present >> cell & 1) * cells.Millivolts[cell];
        }

        Put(buffer, 28000);
        Put(buffer[4..], cells.Highest_mV);
        Put(buffer[6..], cells.Lowest_mV);
        Put(buffer[8..], sum / 10);
        Thermometer temperatures = core.Temperatures;
        int warmest = Tenths(temperatures.WarmestCell);
        int coldest = Tenths(temperatures.ColdestCell);
        Put(buffer[10..], warmest);
        Put(buffer[12..], Tenths(temperatures.WarmestFet));
        Put(buffer[14..], warmest);
        Put(buffer[16..], coldest);
        Put(buffer[18..], (warmest + coldest) / 2);
        Put(buffer[20..], CoulombCounter.Limited(core.Currents.Average));
        Put(buffer[22..], CoulombCounter.Limited(core.Currents.Slow));
        BinaryPrimitives.WriteInt32LittleEndian(buffer[24..], (int)Math.Round(core.Currents.Sense_V / 29.56e-9));
        BinaryPrimitives.WriteInt32LittleEndian(buffer[28..], (int)Math.Round(core.Currents.Sense_V / 29.56e-9));
        return 32;
    }

    private static int Tenths(double celsius) => double.IsNaN(celsius) ? 0 : (int)Math.Round((celsius + 273.15) * 10);

    private int Charge(Span<byte> buffer)
    {
        buffer.Clear();
        double charge = core.Currents.Charge + 0.5;
        double whole = Math.Floor(charge);
        BinaryPrimitives.WriteInt32LittleEndian(buffer, (int)whole);
        BinaryPrimitives.WriteUInt32LittleEndian(buffer[4..], (uint)((charge - whole) * 4294967296.0));
        BinaryPrimitives.WriteUInt32LittleEndian(buffer[8..], (uint)(core.Currents.ChargeTime_us / 1_000_000));
        return 32;
    }

    private int Snapshot(Span<byte> buffer)
    {
        for (int cell = 0; cell < VoltageScan.Cells; cell++)
        {
            Put(buffer[(2 * cell)..], core.Voltages.Millivolts[cell]);
        }

        return 32;
    }

    private int BalancingTimes(int first, Span<byte> buffer)
    {
        for (int i = 0; i < 8; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(buffer[(4 * i)..], core.Balancing.Time_s(first + i));
        }

        return 32;
    }
}
