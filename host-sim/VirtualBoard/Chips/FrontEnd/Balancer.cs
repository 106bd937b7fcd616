using System;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>Balancing of a BQ76952 by command of the host.</summary>
/// <remarks>
/// A command takes effect with the next second of the chip; balancing ends by itself after the balancing interval unless the command is
/// repeated, and at once in CONFIG_UPDATE, for any alert of protections A, for a fault of A other than COV, and outside the balancing
/// temperatures. The host may set adjacent cells. Autonomous balancing is not modelled: its settings are kept and have no effect.
/// </remarks>
internal sealed class Balancer(DataMemory memory)
{
    private const long Second_us = 1_000_000;

    private readonly uint[] _time_s = new uint[VoltageScan.Cells];
    private int _asked;
    private long _commandedAt_us;
    private long _second;

    /// <summary>Cells being bled now, a bit each.</summary>
    internal int Active { get; private set; }

    /// <summary>Seconds since balancing began last.</summary>
    internal ushort Duration_s { get; private set; }

    internal uint Time_s(int cell) => _time_s[cell];

    internal void Command(int mask, int present, long now_us)
    {
        bool isAllowed = (memory.U1(0x9335) & 0x10) == 0;
        _asked = isAllowed ? mask & present : 0;
        _commandedAt_us = now_us;
        if (_asked == 0)
        {
            Active = 0;
        }
    }

    /// <summary>Cells above a level, when the host asks so.</summary>
    internal void CommandAbove(int level_mV, VoltageScan cells, long now_us)
    {
        int mask = 0;
        for (int cell = 0; cell < VoltageScan.Cells; cell++)
        {
            mask |= level_mV > 0 && cells.Millivolts[cell] > level_mV ? 1 << cell : 0;
        }

        Command(mask, cells.Present, now_us);
    }

    internal void Stop()
    {
        Active = 0;
        _asked = 0;
        Duration_s = 0;
        Array.Clear(_time_s);
    }

    internal void CatchUp(Protections protections, Thermometer temperatures, long now_us)
    {
        if (protections.StopsBalancing || IsTooColdOrHot(temperatures))
        {
            Active = 0;
            _asked = 0;
        }

        for (; (_second + 1) * Second_us <= now_us; _second++)
        {
            if (_asked == 0)
            {
                Active = 0;
                Duration_s = 0;
                _second = (now_us / Second_us) - 1;
                continue;
            }

            long passed_us = ((_second + 1) * Second_us) - _commandedAt_us;
            if (passed_us >= (memory.U1(0x9339) + 1) * Second_us)
            {
                _asked = 0;
                Active = 0;
                continue;
            }

            Active = passed_us >= 0 ? _asked : Active;
            Duration_s++;
            for (int cell = 0; cell < VoltageScan.Cells; cell++)
            {
                _time_s[cell] += (uint)((Active >> cell) & 1);
            }
        }
    }

    private bool IsTooColdOrHot(Thermometer temperatures) =>
        temperatures.ColdestCell < memory.I1(0x9336) || temperatures.WarmestCell > memory.I1(0x9337) || temperatures.DieCelsius > memory.I1(0x9338);
}
