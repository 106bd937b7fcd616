using System;
using System.Device.Gpio;

namespace Bms.VirtualBoard.Pins;

/// <summary>One pin of the microcontroller and the trace that is soldered to it.</summary>
/// <remarks>
/// Opening an output goes as the device's runtime does it: the pin is reset (output off, weak pull-up on), becomes an output
/// that drives the level its latch still holds, and gets the wanted level only when the firmware writes it. An input-only pin takes
/// the modes with pull resistors and has none; the open-source modes drive as open drain.
/// </remarks>
public sealed class Line
{
    private readonly bool _isInputOnly;
    private bool _lastLevel;

    internal Line(int number, bool isInputOnly)
    {
        Number = number;
        _isInputOnly = isInputOnly;
    }

    /// <summary>GPIO number.</summary>
    public int Number { get; }

    /// <summary>The resistor outside.</summary>
    public Pull ExternalPull { get; set; }

    /// <summary>What drives the line from outside, if anything does: its level. Asked at each reading.</summary>
    public Func<bool>? Source { get; set; }

    /// <summary>What the line drives.</summary>
    public ILineListener? Listener { get; set; }

    /// <summary>Whether the trace is broken on the far side of the resistor: neither source nor listener is connected.</summary>
    public bool IsCut { get; set; }

    /// <summary>How the microcontroller uses it.</summary>
    public PinMode Mode { get; private set; }

    /// <summary>Whether the firmware has it open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The level the output latch holds.</summary>
    public bool Latch { get; private set; }

    /// <summary>Share of time that the line is high by PWM, 0..1.</summary>
    public double Duty { get; private set; }

    /// <summary>The level on the pin now.</summary>
    public bool IsHigh => Mode switch
    {
        PinMode.Output => Latch,
        > PinMode.Output => Latch && Released(),
        _ => Released(),
    };

    internal bool Supports(PinMode mode) => mode >= PinMode.Input && mode <= (_isInputOnly ? PinMode.InputPullUp : PinMode.OutputOpenSourcePullDown);

    internal void Open()
    {
        if (IsOpen)
        {
            throw new InvalidOperationException("pin is open already");
        }

        IsOpen = true;
    }

    internal void Close()
    {
        IsOpen = false;
        Become(PinMode.Input);
    }

    internal void SetMode(PinMode mode)
    {
        if (!Supports(mode))
        {
            throw new ArgumentException("pin does not support the mode", nameof(mode));
        }

        if (!_isInputOnly)
        {
            Become(PinMode.InputPullUp);
        }

        Become(mode);
    }

    internal bool Read() => IsHigh;

    internal void Write(bool isHigh)
    {
        if (Mode < PinMode.Output)
        {
            throw new InvalidOperationException("pin is not an output");
        }

        Latch = isHigh;
        Tell();
    }

    internal void SetDuty(double duty) => Duty = duty;

    internal void Reset()
    {
        IsOpen = false;
        Latch = false;
        Duty = 0;
        Become(PinMode.Input);
    }

    private void Become(PinMode mode)
    {
        Mode = mode;
        Tell();
    }

    private bool Released()
    {
        if (Source is not null && !IsCut)
        {
            return Source();
        }

        return ExternalPull switch
        {
            Pull.Up => true,
            Pull.Down => false,
            _ => !_isInputOnly && Mode is PinMode.InputPullUp or PinMode.OutputOpenDrainPullUp,
        };
    }

    private void Tell()
    {
        if (Listener is null || IsCut)
        {
            return;
        }

        bool level = IsHigh;
        if (level != _lastLevel)
        {
            _lastLevel = level;
            Listener.LevelChanged(this, level);
        }
    }
}
