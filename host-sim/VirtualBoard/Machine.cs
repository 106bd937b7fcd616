using System;
using System.Collections.Generic;
using Bms.VirtualBoard.Buses;
using Bms.VirtualBoard.Desktop;
using Bms.VirtualBoard.Files;
using Bms.VirtualBoard.Pins;
using Bms.VirtualBoard.Serial;
using nanoFramework.Runtime.Native;

namespace Bms.VirtualBoard;

/// <summary>
/// One microcontroller with what is soldered around it, in simulated time. Its time moves only when the firmware waits: in
/// Thread.Sleep, on a bus, on the serial line, at a file. Computing takes no time.
/// </summary>
/// <remarks>
/// <see cref="Run"/> makes it the current machine of the calling thread, and the device's static classes work on that one; so
/// machines on different threads do not disturb each other. One machine is for one thread.
/// </remarks>
public sealed class Machine
{
    private const long Stride_us = 20_000;
    private const long CutTime_us = 1_000_000;

    [ThreadStatic]
    private static Machine? s_current;

    private readonly List<Part> _parts = [];
    private readonly List<I2cBus> _buses = [];
    private readonly I2cController?[] _controllers = new I2cController?[2];
    private long _due_us = long.MaxValue;
    private long _poweredUpAt_us;
    private long _clockLead_us;
    private long _powerOff_us = long.MaxValue;
    private bool _isCatchingUp;
    private bool _cutsNextWrite;
    private RunEnd _end;

    /// <summary>A powered board at time 0 with nothing on its buses.</summary>
    public Machine(BoardWiring wiring)
    {
        ArgumentNullException.ThrowIfNull(wiring);
        Wiring = wiring;
        Pins = new PinBank(wiring.PinCount, wiring.InputOnlyFrom);
        Functions = new PinFunctions(wiring);
        FirstBus = AddBus("I2C1", wiring.FirstBusData, wiring.FirstBusClock);
        SecondBus = AddBus("I2C2", wiring.SecondBusData, wiring.SecondBusClock);
        Link = new SerialLink(this, wiring.LinkReceive, wiring.LinkTransmit);
        Flash = new FlashDisk(this);
    }

    /// <summary>The machine that runs on this thread.</summary>
    /// <exception cref="InvalidOperationException">None runs: the device's classes work only within <see cref="Run"/>.</exception>
    public static Machine Current => s_current ?? throw new InvalidOperationException("no virtual board runs on this thread: call the firmware through Machine.Run");

    /// <summary>Which pin is wired to what.</summary>
    public BoardWiring Wiring { get; }

    /// <summary>Simulated time since the machine was made, µs; goes on while it is without supply.</summary>
    public long Time_us { get; private set; }

    /// <summary>What the microcontroller's own counter shows, µs since power-up.</summary>
    public long UpTime_us => Time_us - _poweredUpAt_us + _clockLead_us;

    /// <summary>Told the new time, µs, each time it moved (by at most 20 ms): here the surroundings are advanced.</summary>
    public Action<long>? TimeMoved { get; set; }

    /// <summary>Whether it has supply.</summary>
    public bool IsPowered { get; private set; } = true;

    /// <summary>When the supply comes back after it went away, µs; <see cref="long.MaxValue"/> for not by itself.</summary>
    public long PowerBackAt_us { get; set; } = long.MaxValue;

    /// <summary>The pins.</summary>
    public PinBank Pins { get; }

    /// <summary>Which function is routed to which pin.</summary>
    public PinFunctions Functions { get; }

    /// <summary>The wires of the first I2C bus.</summary>
    public I2cBus FirstBus { get; }

    /// <summary>The wires of the second I2C bus.</summary>
    public I2cBus SecondBus { get; }

    /// <summary>The far end of the serial line.</summary>
    public SerialLink Link { get; }

    /// <summary>The file system in flash; keeps its content without supply.</summary>
    public FlashDisk Flash { get; }

    /// <summary>What the firmware wrote to the console.</summary>
    public ConsoleLog Console { get; } = new();

    /// <summary>Solders a part to the board; its <see cref="Part.PowerUp"/> is called at once.</summary>
    public void Add(Part part)
    {
        ArgumentNullException.ThrowIfNull(part);
        part.Attach(this);
        _parts.Add(part);
        part.PowerUp(Time_us);
    }

    /// <summary>Runs the firmware on this thread until it returns, the supply goes away or it reboots. Other exceptions go through.</summary>
    /// <exception cref="InvalidOperationException">Another machine runs on this thread, or this one has no supply.</exception>
    public RunEnd Run(Action main)
    {
        ArgumentNullException.ThrowIfNull(main);
        if (s_current is not null)
        {
            throw new InvalidOperationException("a virtual board runs on this thread already");
        }

        if (!IsPowered)
        {
            throw new InvalidOperationException("the virtual board has no supply: call PowerUp first");
        }

        s_current = this;
        _end = RunEnd.Returned;
        try
        {
            main();
        }
        catch (PowerLostException) when (_end != RunEnd.Returned)
        {
        }
        finally
        {
            s_current = null;
        }

        return _end;
    }

    /// <summary>Runs the firmware, and again after each reboot and each brown-out that ends (<see cref="PowerBackAt_us"/>).</summary>
    /// <returns><see cref="RunEnd.Returned"/>, or <see cref="RunEnd.PowerLost"/> if the supply does not come back.</returns>
    public RunEnd RunThrough(Action main)
    {
        while (true)
        {
            RunEnd end = Run(main);
            if (end == RunEnd.Returned)
            {
                return end;
            }

            while (!IsPowered && PowerBackAt_us < long.MaxValue && Time_us < PowerBackAt_us)
            {
                Wait(Math.Min(Stride_us, PowerBackAt_us - Time_us));
            }

            if (end == RunEnd.PowerLost)
            {
                if (PowerBackAt_us == long.MaxValue)
                {
                    return end;
                }

                PowerBackAt_us = long.MaxValue;
                PowerUp();
            }
        }
    }

    /// <summary>Lets time go by, as if the firmware computed for so long.</summary>
    /// <param name="duration_us">µs, at least 0.</param>
    /// <exception cref="PowerLostException">The supply went away meanwhile.</exception>
    public void Advance(long duration_us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(duration_us);
        long end = Time_us + duration_us;
        while (Time_us < end)
        {
            MoveTo(Math.Min(Math.Min(end, Time_us + Stride_us), Math.Max(Time_us, _due_us)));
            CheckPower();
        }
    }

    /// <summary>Lets time go by while the board is without supply or the firmware does not run.</summary>
    /// <param name="duration_us">µs, at least 0.</param>
    public void Wait(long duration_us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(duration_us);
        long end = Time_us + duration_us;
        while (Time_us < end)
        {
            MoveTo(Math.Min(Math.Min(end, Time_us + Stride_us), Math.Max(Time_us, _due_us)));
        }
    }

    /// <summary>Takes the supply away now: files not closed are torn, chips forget, outputs float.</summary>
    public void SwitchOff()
    {
        if (!IsPowered)
        {
            return;
        }

        IsPowered = false;
        _end = RunEnd.PowerLost;
        _powerOff_us = long.MaxValue;
        Halt();
        foreach (Part part in _parts)
        {
            part.PowerDown(Time_us);
        }
    }

    /// <summary>Takes the supply away at an instant, µs, even in the middle of a call.</summary>
    public void SwitchOffAt(long time_us)
    {
        _powerOff_us = Math.Max(time_us, Time_us);
        Schedule(_powerOff_us);
    }

    /// <summary>Takes the supply away in the middle of the next write to a file, for 1 s.</summary>
    /// <param name="isArmed">Whether it shall; false takes the order back.</param>
    public void CutNextWrite(bool isArmed) => _cutsNextWrite = isArmed;

    /// <summary>Gives the supply back: chips have their reset values, files and FRAM their content. Then <see cref="Run"/> again.</summary>
    public void PowerUp()
    {
        if (IsPowered)
        {
            return;
        }

        IsPowered = true;
        Restart();
        foreach (Part part in _parts)
        {
            part.PowerUp(Time_us);
        }
    }

    /// <summary>Makes the microcontroller's own counter jump forward; nothing else notices.</summary>
    /// <param name="lead_us">µs, at least 0.</param>
    public void JumpClock(long lead_us)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lead_us);
        _clockLead_us += lead_us;
    }

    internal void BeginFileWrite(long cost_us)
    {
        if (_cutsNextWrite)
        {
            _cutsNextWrite = false;
            PowerBackAt_us = Time_us + CutTime_us;
            SwitchOffAt(Time_us + (cost_us / 2));
        }
    }

    internal void Reboot(RebootOption option)
    {
        _ = option;
        CheckPower();
        Halt();
        Restart();
        _end = RunEnd.Rebooted;
        throw new PowerLostException("the firmware asked to be started again");
    }

    internal void CheckPower()
    {
        if (_end != RunEnd.Returned && ReferenceEquals(s_current, this))
        {
            throw new PowerLostException();
        }
    }

    internal I2cController OpenI2c(int busId)
    {
        CheckPower();
        if (busId is < 1 or > 2)
        {
            throw new ArgumentException("the buses are 1 and 2", nameof(busId));
        }

        (int data, int clock) = Functions.I2cPins(busId);
        if (data < 0 || clock < 0)
        {
            throw new ArgumentException("the bus has no pins: call Configuration.SetPinFunction first", nameof(busId));
        }

        if (Pins.Find(data) is { IsOpen: true } || Pins.Find(clock) is { IsOpen: true })
        {
            throw new InvalidOperationException("a pin of the bus is open as GPIO");
        }

        I2cController controller = _controllers[busId - 1] ??= new I2cController(this);
        controller.Wires = _buses.Find(bus => bus.DataPin == data && bus.ClockPin == clock);
        return controller;
    }

    internal void Schedule(long time_us) => _due_us = Math.Min(_due_us, time_us);

    private I2cBus AddBus(string name, int data, int clock)
    {
        var bus = new I2cBus(this, name, data, clock);
        _buses.Add(bus);
        return bus;
    }

    private void MoveTo(long time_us)
    {
        Time_us = time_us;
        TimeMoved?.Invoke(time_us);
        if (time_us < _due_us || _isCatchingUp)
        {
            return;
        }

        _isCatchingUp = true;
        _due_us = long.MaxValue;
        foreach (Part part in _parts)
        {
            if (part.Due_us <= time_us)
            {
                part.CatchUp(time_us);
            }
        }

        foreach (Part part in _parts)
        {
            Schedule(part.Due_us);
        }

        _isCatchingUp = false;
        if (time_us >= _powerOff_us)
        {
            SwitchOff();
        }
        else
        {
            Schedule(_powerOff_us);
        }
    }

    private void Halt()
    {
        Pins.Reset();
        Functions.Reset();
        Flash.DropOpenFiles();
        Link.Reset();
        Array.Clear(_controllers);
    }

    private void Restart()
    {
        _poweredUpAt_us = Time_us;
        _clockLead_us = 0;
        _end = RunEnd.Returned;
    }
}
