using System;
using System.Buffers.Binary;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>The inside of a BQ76952: its parts, its modes, and its direct commands.</summary>
/// <remarks>Unconfirmed: no measuring and no protection in CONFIG_UPDATE; in SLEEP (below 20 mA) one loop in 5 s, until 0.5 A flow.</remarks>
internal sealed class FrontEndCore
{
    private const long Slot_us = 3_000;
    private const int BaseSlots = 18;
    private const long SleepLoop_us = 5_000_000;
    private const double Asleep_A = 0.02;
    private const double Awake_A = 0.5;

    private readonly byte _commType;
    private long _loop;
    private long _loopEnd_us;
    private long _current_us;
    private long _caughtUp_us = -1;
    private int _mode;
    private int _lastFaults;
    private bool _isAsked;
    private int _permanent;
    private long _permanentSince_us;

    internal FrontEndCore(IAnalogWorld world, NoiseSource noise, int cells, int sensors, double sense_ohm, byte commType)
    {
        _commType = commType;
        Memory = new DataMemory(noise);
        Voltages = new VoltageScan(world, noise, Memory, cells);
        Currents = new CoulombCounter(world, noise, Memory, sense_ohm);
        Temperatures = new Thermometer(world, noise, Memory, sensors);
        Safety = new Protections(Memory);
        Balancing = new Balancer(Memory);
        Alarms = new AlarmUnit(Memory);
        Subcommands = new SubcommandUnit(this);
    }

    internal DataMemory Memory { get; }

    internal VoltageScan Voltages { get; }

    internal CoulombCounter Currents { get; }

    internal Thermometer Temperatures { get; }

    internal Protections Safety { get; }

    internal Balancer Balancing { get; }

    internal AlarmUnit Alarms { get; }

    internal SubcommandUnit Subcommands { get; }

    /// <summary>When it was reset last, µs; -1 if it never ran.</summary>
    internal long StartedAt_us { get; private set; } = -1;

    internal long HeardAt_us { get; set; }

    internal bool SwapsAtExit { get; set; }

    internal int BusAddress { get; private set; } = 0x08;

    internal bool IsShutDown { get; private set; }

    internal bool IsConfiguring { get; private set; }

    internal bool IsDeepAsleep { get; set; }

    internal bool MaySleep { get; set; }

    /// <summary>1 full access, 2 unsealed, 3 sealed.</summary>
    internal int Security { get; set; }

    internal int ManufacturingStatus { get; set; }

    /// <summary>FETs the host forced off: bit 0 discharge, bit 2 charge.</summary>
    internal int ForcedOff { get; set; }

    internal bool UsesCrc => _mode is 0x11 or 0x12;

    internal bool SpeaksI2c => _mode is 0x00 or 0xFF or 0x07 or 0x08 or 0x09 or 0x11 or 0x12 or 0x1E;

    private bool IsAsleep { get; set; }

    private bool WasReset { get; set; }

    private bool WasWatchdog { get; set; }

    internal void Reset(long now_us, bool byWatchdog)
    {
        StartedAt_us = now_us;
        HeardAt_us = now_us;
        Memory.Reset();
        _mode = _commType;
        BusAddress = Memory.U1(0x923A) >> 1;
        WasReset = true;
        WasWatchdog = byWatchdog;
        IsShutDown = false;
        IsConfiguring = false;
        IsAsleep = false;
        IsDeepAsleep = false;
        Security = (Memory.U1(0x9256) & 1) != 0 ? 3 : 1;
        ForcedOff = 0;
        ManufacturingStatus = Memory.U2(0x9343);
        _permanent = 0;
        Voltages.Clear();
        Currents.Clear();
        Temperatures.Clear();
        Safety.Clear();
        Balancing.Stop();
        Subcommands.Reset();
        Load(now_us);
        Alarms.Reset();
        Alarms.Pulse(AlarmUnit.InitialStart);
    }

    internal void BeginConfiguration()
    {
        IsConfiguring = true;
        IsAsleep = false;
        Balancing.Stop();
    }

    internal void EndConfiguration(long now_us)
    {
        if (!IsConfiguring)
        {
            return;
        }

        IsConfiguring = false;
        WasReset = false;
        WasWatchdog = false;
        Load(now_us);
        Alarms.Enable = Memory.U2(0x926D);
        if (SwapsAtExit)
        {
            SwapMode();
        }
    }

    internal void SwapMode()
    {
        _mode = Memory.U1(0x9239);
        BusAddress = Memory.U1(0x923A) >> 1;
    }

    internal void SwapToI2c() => _mode = 0x08;

    internal void ShutDown() => IsShutDown = true;

    internal void Short(bool stands, long now_us)
    {
        Safety.IsShorted = stands;
        if (!IsShutDown && !IsConfiguring && !IsDeepAsleep)
        {
            Safety.JudgeCurrent(Currents, now_us);
            Safety.Ripen(now_us + 1000);
            Settle(now_us, isLoop: true);
        }
    }

    internal void CatchUp(long now_us)
    {
        Subcommands.CatchUp(now_us);
        if (now_us == _caughtUp_us)
        {
            return;
        }

        _caughtUp_us = now_us;
        if (IsShutDown || IsConfiguring || IsDeepAsleep)
        {
            _current_us = now_us;
            _loopEnd_us = now_us + LoopTime_us();
            return;
        }

        for (; _current_us + CoulombCounter.Period_us <= now_us; _current_us += CoulombCounter.Period_us)
        {
            Currents.Convert(_current_us + CoulombCounter.Period_us);
            Safety.JudgeCurrent(Currents, _current_us + CoulombCounter.Period_us);
            if (IsAsleep && Math.Abs(Currents.Fast * Currents.User_A) > Awake_A)
            {
                IsAsleep = false;
                _loopEnd_us = _current_us + CoulombCounter.Period_us + LoopTime_us();
            }
        }

        bool isLoop = false;
        for (; _loopEnd_us <= now_us; _loopEnd_us += LoopTime_us())
        {
            EndLoop(_loopEnd_us);
            isLoop = true;
        }

        Safety.JudgeHost(now_us - HeardAt_us, now_us);
        Safety.Ripen(now_us);
        Settle(now_us, isLoop);
    }

    internal void Store(int register, byte value, long now_us)
    {
        switch (register)
        {
            case 0x00:
            case 0x01:
                _isAsked = true;
                Subcommands.Store(register + 0x3E, value);
                break;
            case >= 0x3E and <= 0x61:
                Subcommands.Store(register, value);
                break;
            case 0x62:
            case 0x63:
                Alarms.Clear(value << (8 * (register - 0x62)));
                break;
            case 0x66:
                Alarms.Enable = (Alarms.Enable & 0xFF00) | value;
                break;
            case 0x67:
                Alarms.Enable = (Alarms.Enable & 0x00FF) | (value << 8);
                break;
            default:
                break;
        }
    }

    /// <summary>Fills the 128 direct registers as they read now.</summary>
    internal void Fill(byte[] image, long now_us)
    {
        Put(image, 0x00, _isAsked ? 0xFFA5 : IsDeepAsleep ? 4 : 0);
        for (int word = 0; word < 3; word++)
        {
            image[0x02 + (2 * word)] = Safety.Alerts[word];
            image[0x03 + (2 * word)] = Safety.Faults[word];
        }

        image[0x0A] = 0;
        image[0x0B] = (byte)_permanent;
        Put(image, 0x12, BatteryStatus(now_us));
        for (int cell = 0; cell < VoltageScan.Cells; cell++)
        {
            Put(image, 0x14 + (2 * cell), Voltages.Millivolts[cell]);
        }

        Put(image, 0x34, Voltages.Stack);
        Put(image, 0x36, Voltages.Pack);
        Put(image, 0x38, Voltages.LoadDetect);
        Put(image, 0x3A, CoulombCounter.Limited(Currents.Fast));
        Subcommands.Fill(image, now_us);
        Put(image, 0x62, Alarms.Status);
        Put(image, 0x64, Alarms.Raw);
        Put(image, 0x66, Alarms.Enable);
        Put(image, 0x68, Temperatures.Die);
        for (int pin = 0; pin < Thermometer.Pins; pin++)
        {
            Put(image, 0x6A + (2 * pin), Temperatures.Reading(pin));
        }

        image[0x7F] = FetStatus();
    }

    /// <summary>Registers were read: the answer to a command through Control Status is given once.</summary>
    internal void WasRead(int first, int end) => _isAsked = _isAsked && !(first == 0 && end >= 2);

    private static void Put(byte[] image, int register, int value) => BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(register), (ushort)value);

    private void Load(long now_us)
    {
        Voltages.Load();
        Currents.Load();
        Temperatures.Load();
        Safety.Load();
        MaySleep = (Memory.U2(0x9234) & 0x0100) != 0;
        _current_us = now_us;
        _loop = 0;
        _loopEnd_us = now_us + LoopTime_us();
    }

    private long LoopTime_us()
    {
        if (IsAsleep)
        {
            return SleepLoop_us;
        }

        int power = Memory.U2(0x9234);
        int slow = Balancing.Active != 0 ? (power >> 4) & 3 : (power >> 2) & 3;
        return (long)((BaseSlots + Math.Min(3, Temperatures.Count)) * Slot_us * SlotLength() * (1 << slow));
    }

    private double SlotLength() => (Memory.U2(0x9234) & 0x0040) != 0 ? 0.5 : 1;

    private void EndLoop(long time_us)
    {
        Voltages.Sample(_loop, time_us, SlotLength());
        Temperatures.Sample(_loop, time_us);
        bool isRare = Balancing.Active != 0;
        if (!isRare || time_us / 1_000_000 != (time_us - LoopTime_us()) / 1_000_000)
        {
            Safety.JudgeVoltages(Voltages, time_us);
            JudgePermanent(time_us);
        }

        Safety.JudgeTemperatures(Temperatures, time_us);
        Alarms.Pulse(AlarmUnit.Scan | AlarmUnit.FullScan | (_loop == 2 ? AlarmUnit.InitialScan : 0));
        _loop++;
        IsAsleep = MaySleep && _loop > 3 && Math.Abs(Currents.Slow * Currents.User_A) < Asleep_A && Math.Abs(Currents.Fast * Currents.User_A) < Awake_A;
    }

    private void JudgePermanent(long time_us)
    {
        int enabled = Memory.U1(0x92C0);
        int seen = (Voltages.Lowest_mV < Memory.U2(0x92CB) ? 1 : 0) | (Voltages.Highest_mV > Memory.U2(0x92CE) ? 2 : 0);
        if ((seen & enabled) == 0 || (ManufacturingStatus & 0x40) == 0)
        {
            _permanentSince_us = time_us;
        }
        else if (time_us - _permanentSince_us >= 5_000_000)
        {
            _permanent |= seen & enabled;
        }
    }

    private void Settle(long now_us, bool isLoop)
    {
        Balancing.CatchUp(Safety, Temperatures, now_us);
        int faults = Safety.Faults[0] | (Safety.Faults[1] << 8) | (Safety.Faults[2] << 16);
        if (isLoop || faults != _lastFaults)
        {
            _lastFaults = faults;
            Alarms.Update(Safety, _permanent, Balancing.Active != 0);
        }
    }

    private int BatteryStatus(long now_us)
    {
        int check_s = Memory.U1(0x9314);
        bool checks = check_s > 0 && !IsConfiguring && (now_us - StartedAt_us) % (check_s * 1_000_000L) < Slot_us;
        return (IsAsleep ? 0x8000 : 0)
            | (_permanent != 0 ? 0x1000 : 0)
            | (_lastFaults != 0 ? 0x0800 : 0)
            | (Security << 8)
            | 0x0080
            | (checks ? 0x0020 : 0)
            | (WasWatchdog ? 0x0010 : 0)
            | (WasReset ? 0x0008 : 0)
            | (MaySleep ? 0x0004 : 0)
            | (IsConfiguring ? 0x0001 : 0);
    }

    private byte FetStatus()
    {
        int on = 0;
        if ((ManufacturingStatus & 0x10) != 0 && !IsConfiguring && _permanent == 0)
        {
            bool stopsCharge = Blocks(0x9265) || (ForcedOff & 4) != 0;
            bool stopsDischarge = Blocks(0x9269) || (ForcedOff & 1) != 0;
            on = (stopsCharge ? 0 : 0x01) | (stopsDischarge ? 0 : 0x04);
        }

        return (byte)(on | (Alarms.Status != 0 ? 0x40 : 0));
    }

    private bool Blocks(int address) => ((Safety.Faults[0] & Memory.U1(address)) | (Safety.Faults[1] & Memory.U1(address + 1)) | (Safety.Faults[2] & Memory.U1(address + 2))) != 0;
}
