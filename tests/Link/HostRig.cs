using System;
using Bms.Core.Sensing;
using Bms.Simulation.Link;
using Bms.VirtualBoard;

namespace Bms.Link.Tests;

/// <summary>
/// A host with a healthy pack of eight cells at rest at the far end of the virtual serial line: every 20 ms it sends what has
/// been converted anew and looks at what the device says. Its contactors follow the device.
/// </summary>
internal sealed class HostRig
{
    private const int Period_us = 20_000;
    private const int Phase_us = 7_000;

    private readonly Machine _machine;
    private readonly byte[] _buffer = new byte[4096];
    private long _next_us = Phase_us;

    public HostRig(Machine machine)
    {
        _machine = machine;
        Session = new LinkSession(bytes => machine.Link.Send(bytes, machine.Time_us));
        machine.TimeMoved = Look;
    }

    public LinkSession Session { get; }

    public SensorFrame Frame { get; } = new();

    /// <summary>Whether the host has stopped, its cable still plugged in.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Called after the host has looked at what the device says.</summary>
    public Action? Looked { get; set; }

    private void Look(long time_us)
    {
        while (time_us >= _next_us)
        {
            _next_us += Period_us;
            int count = _machine.Link.Receive(_buffer);
            Session.Receive(_buffer.AsSpan(0, count));
            Convert(time_us / 1000);
            if (!IsSilent)
            {
                Session.Send(Frame);
            }

            Looked?.Invoke();
        }
    }

    private void Convert(long time_ms)
    {
        Frame.Time_ms = time_ms;
        DecisionReport? decision = Session.Decision;
        Set(Channel.PackCurrentA, 0, 0);
        Set(Channel.ClampPressure, 5_000_000, 5_000_000);
        Set(Channel.ContactorPositive, Bit(decision?.ClosePositive), Bit(decision?.CloseNegative), Bit(decision?.ClosePrecharge));
        if (time_ms / 20 % 5 == 0)
        {
            Set(Channel.CellVoltage, 3_750_000, 3_751_000, 3_752_000, 3_753_000, 3_750_500, 3_750_200, 3_751_700, 3_751_100);
            Set(Channel.Temperature, 298_150, 298_250, 298_350, 298_050);
            Set(Channel.PackVoltageA, 30_010, 30_010, decision?.ClosePositive == true ? 30_010 : 0, 297_150, 400_000, 0);
            Set(Channel.Supply, 12_000, 0, 1, 0, 0, 0);
        }
    }

    private static int Bit(bool? isSet) => isSet == true ? 1 : 0;

    private void Set(int channel, params ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            Frame.Set(channel++, value, Frame.Time_ms);
        }
    }
}
