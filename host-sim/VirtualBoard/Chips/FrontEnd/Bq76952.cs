using System;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Buses;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>BQ76952: monitor, protector and balancer of 3 to 16 cells. This file is its bus side.</summary>
/// <remarks>
/// <para>Powered by the cells: it keeps measuring, protecting and its settings while the controller is without supply. The first
/// access after the controller's supply came back fails.</para>
/// <para>A CRC mode checks every data byte: a wrong check on a write is not acknowledged and changes nothing. Comm Type takes effect
/// with SWAP_COMM_MODE (or on leaving CONFIG_UPDATE if <see cref="SwapsAtExit"/>: which of the two is unconfirmed). Unconfirmed too:
/// the check of a read without repeated start, and everything the other files of this folder say so of.</para>
/// </remarks>
public sealed class Bq76952 : I2cTarget
{
    private const long StartUp_us = 4_300;
    private const long Rest_us = 50_000;

    private readonly FrontEndCore _core;
    private readonly byte[] _image = new byte[0x80];
    private int _pointer;
    private bool _missesNext;

    /// <summary>A chip on a stack of cells.</summary>
    /// <param name="world">What it measures.</param>
    /// <param name="noise">Its errors.</param>
    /// <param name="cells">Cells connected, 3..16, from the lowest input up.</param>
    /// <param name="sensors">Thermistors connected, on TS1, TS2, TS3, HDQ, DCHG, DDSG, CFETOFF, DFETOFF in this order.</param>
    /// <param name="sense_ohm">Sense resistor.</param>
    /// <param name="commType">Comm Type it starts with: that of its order code.</param>
    public Bq76952(IAnalogWorld world, NoiseSource noise, int cells = 8, int sensors = 4, double sense_ohm = 0.0005, byte commType = 0)
        : base("bq76952", 0x08, 400_000) => _core = new FrontEndCore(world, noise, cells, sensors, sense_ohm, commType);

    /// <summary>Whether Comm Type takes effect on leaving CONFIG_UPDATE already.</summary>
    public bool SwapsAtExit
    {
        get => _core.SwapsAtExit;
        set => _core.SwapsAtExit = value;
    }

    /// <summary>Whether the top cell is wired to the sixteenth input, and the inputs between are shorted.</summary>
    public bool TopAtLastInput
    {
        get => _core.Voltages.TopAtLastInput;
        set => _core.Voltages.TopAtLastInput = value;
    }

    /// <summary>Whether bytes carry a check now.</summary>
    public bool UsesCrc => _core.UsesCrc;

    /// <summary>Inputs being bled, a bit each: as of the chip's last activity, at most 50 ms ago.</summary>
    public int BalancingCells => _core.Balancing.Active;

    /// <summary>Whether a cell of the stack, counted from 0, is being bled: as of the chip's last activity, at most 50 ms ago.</summary>
    public bool Bleeds(int cell) => (BalancingCells >> _core.Voltages.InputOf(cell) & 1) != 0;

    /// <summary>Fault: the broken sense wire; wire n is between cell n and cell n + 1 counted from 1, wire 0 below the first; -1 for none.</summary>
    public int OpenWire
    {
        get => _core.Voltages.OpenWire;
        set => _core.Voltages.OpenWire = value;
    }

    /// <inheritdoc/>
    protected internal override int StuckRegister => 0x14;

    /// <summary>Fault: a short circuit of a moment.</summary>
    public void TripShortCircuit()
    {
        IsShorted = true;
        IsShorted = false;
    }

    /// <summary>Level the ALERT line has with its pull-up.</summary>
    /// <param name="now_us">Time of the machine, µs.</param>
    public bool IsAlertHigh(long now_us)
    {
        CatchUp(now_us);
        return _core.Alarms.IsLineHigh;
    }

    /// <summary>Fault: state of a thermistor's wires.</summary>
    /// <param name="sensor">0..7.</param>
    /// <param name="fault">State.</param>
    public void SetThermistorFault(int sensor, WireFault fault) => _core.Temperatures.Faults[sensor] = fault;

    /// <summary>Fault: a reset by the chip itself; settings are lost.</summary>
    /// <param name="byWatchdog">Whether its own watchdog did it.</param>
    public void Reset(bool byWatchdog) => _core.Reset(Now, byWatchdog);

    /// <summary>Fault: a short circuit stands across the pack: the comparator sees it if the protection is enabled.</summary>
    public bool IsShorted
    {
        get => _core.Safety.IsShorted;
        set
        {
            CatchUp(Now);
            _core.Short(value, Now);
        }
    }

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
        _core.CatchUp(now_us);
        Address = _core.BusAddress;
        WakeAt(Math.Min(now_us + Rest_us, _core.Subcommands.DoneAt_us));
    }

    /// <inheritdoc/>
    protected internal override void PowerUp(long now_us)
    {
        _missesNext = _core.StartedAt_us >= 0;
        if (!_missesNext)
        {
            _core.Reset(now_us, byWatchdog: false);
            WakeAt(now_us + Rest_us);
        }
    }

    /// <inheritdoc/>
    protected internal override bool Answers(long now_us)
    {
        CatchUp(now_us);
        if (_missesNext)
        {
            _missesNext = false;
            return false;
        }

        return !_core.IsShutDown && _core.SpeaksI2c && now_us - _core.StartedAt_us >= StartUp_us;
    }

    /// <inheritdoc/>
    protected internal override bool Write(ReadOnlySpan<byte> bytes, long now_us)
    {
        CatchUp(now_us);
        _core.HeardAt_us = now_us;
        _pointer = bytes[0] & 0x7F;
        SubcommandUnit unit = _core.Subcommands;
        unit.BeginWrite();
        bool isGood = true;
        if (_core.UsesCrc)
        {
            byte crc = Crc8.Next(Crc8.Next(0, (byte)(Address << 1)), bytes[0]);
            for (int i = 1; i + 1 < bytes.Length && isGood; i += 2)
            {
                isGood = Crc8.Next(crc, bytes[i]) == bytes[i + 1];
                crc = 0;
                if (isGood)
                {
                    Store(bytes[i], now_us);
                }
            }
        }
        else
        {
            foreach (byte value in bytes[1..])
            {
                Store(value, now_us);
            }
        }

        unit.EndWrite(now_us);
        WakeAt(Math.Min(now_us + Rest_us, unit.DoneAt_us));
        return isGood;
    }

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes, bool isRepeated, long now_us)
    {
        CatchUp(now_us);
        _core.HeardAt_us = now_us;
        _core.Fill(_image, now_us);
        _image[StuckRegister] |= StuckBits;
        int first = _pointer;
        if (!_core.UsesCrc)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Next();
            }
        }
        else
        {
            byte crc = isRepeated ? Crc8.Next(Crc8.Next(0, (byte)(Address << 1)), (byte)first) : (byte)0;
            crc = Crc8.Next(crc, (byte)((Address << 1) | 1));
            for (int i = 0; i < bytes.Length; i += 2)
            {
                bytes[i] = Next();
                if (i + 1 < bytes.Length)
                {
                    bytes[i + 1] = Crc8.Next(crc, bytes[i]);
                }

                crc = 0;
            }
        }

        _core.WasRead(first, _pointer);
    }

    private long Now => Machine?.Time_us ?? 0;

    private byte Next()
    {
        byte value = _image[_pointer];
        _pointer = (_pointer + 1) & 0x7F;
        return value;
    }

    private void Store(byte value, long now_us)
    {
        _core.Store(_pointer, value, now_us);
        _pointer = (_pointer + 1) & 0x7F;
    }
}
