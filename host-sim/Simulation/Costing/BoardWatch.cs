using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core;

namespace Bms.Simulation.Costing;

/// <summary>Looks at every tick of the firmware on its board, for what it weighs and for how long it waits on buses and lines.</summary>
internal sealed class BoardWatch
{
    // Until the contactors have closed, limits been released.
    private const int StartTicks = 10 * 1000 / BatteryManager.Tick_ms;

    // Six times what is done most rarely, so that all of it has its true share.
    private const int SteadyTicks = 60 * 1000 / BatteryManager.Tick_ms;

    private readonly CountedProgram _program;
    private readonly int _core;
    private readonly int _clock;
    private readonly long[] _before;
    private readonly long[] _tick;
    private readonly long[] _wait_us;
    private readonly long[] _most;
    private readonly long[] _inLongest;
    private readonly long[] _waited_us;
    private readonly long[] _longestWait_us;
    private bool _hasBegun;
    private int _ticks;
    private long _begin_us;
    private long _begunTransactions;
    private int _paused;

    /// <summary>Makes the watch.</summary>
    /// <param name="program">What runs.</param>
    public BoardWatch(CountedProgram program)
    {
        _program = program;
        List<string> tasks = [.. program.Image.Tasks];
        _core = tasks.IndexOf(BoardTasks.Core);
        _clock = tasks.IndexOf(BoardTasks.Clock);
        _before = new long[tasks.Count];
        _tick = new long[tasks.Count];
        _wait_us = new long[tasks.Count];
        _most = new long[tasks.Count];
        _inLongest = new long[tasks.Count];
        _longestWait_us = new long[tasks.Count];
        _waited_us = new long[tasks.Count];
    }

    /// <summary>The most a tick weighed, core included.</summary>
    public long Longest { get; private set; }

    /// <summary>The most a tick weighed without the core.</summary>
    public long LongestWithoutCore { get; private set; }

    /// <summary>Where the longest tick was.</summary>
    public string Place { get; private set; } = string.Empty;

    /// <summary>The most each task weighed in a tick.</summary>
    public IReadOnlyList<long> Most => _most;

    /// <summary>What each task weighed in the longest tick.</summary>
    public IReadOnlyList<long> InLongest => _inLongest;

    /// <summary>The longest each task waited in a tick in the steady time, µs.</summary>
    public IReadOnlyList<long> LongestWait_us => _longestWait_us;

    /// <summary>Ticks of the steady time: a minute, ten seconds after the loop has begun.</summary>
    public static int Ticks => SteadyTicks;

    /// <summary>The steady time, µs.</summary>
    public long Steady_us { get; private set; }

    /// <summary>Transactions of the steady time.</summary>
    public long Transactions { get; private set; }

    /// <summary>How long each task waited in the steady time, µs.</summary>
    public IReadOnlyList<long> Waited_us => _waited_us;

    /// <summary>The longest that a tick of the steady time took, µs: its instructions at the chip's speed, and its waits.</summary>
    public double LongestTime_us { get; private set; }

    /// <summary>The longest that all tasks of a tick waited together in the steady time, µs.</summary>
    public long LongestWaitOfTick_us { get; private set; }

    /// <summary>The firmware is about to start.</summary>
    public void PowerUp()
    {
        _hasBegun = false;
        _ticks = 0;
        _program.Begin();
    }

    /// <summary>The firmware waits; what goes on meanwhile is not counted.</summary>
    /// <param name="duration_us">How long.</param>
    public void Leave(long duration_us)
    {
        _paused = _program.Running;
        if (!_hasBegun && _paused == _clock)
        {
            _hasBegun = true;
            Restart();
        }

        // The sleep until the next tick is no work.
        _wait_us[_paused] += _paused == _clock ? 0 : duration_us;
        _program.Running = -1;
    }

    /// <summary>The firmware goes on.</summary>
    public void Enter() => _program.Running = _paused;

    /// <summary>A tick is over.</summary>
    /// <param name="trace">The trace it belongs to.</param>
    /// <param name="time_us">Time since power-up.</param>
    /// <param name="transactions">Transactions on all buses since power-up.</param>
    /// <returns>Whether the steady time is over with it.</returns>
    public bool End(string trace, long time_us, long transactions)
    {
        for (int task = 0; task < _tick.Length; task++)
        {
            _tick[task] = _program.WeightOf(task) - _before[task];
            _most[task] = Math.Max(_most[task], _tick[task]);
            _longestWait_us[task] = Math.Max(_longestWait_us[task], _wait_us[task]);
            _waited_us[task] += _wait_us[task];
        }

        long whole = _tick.Sum();
        LongestWaitOfTick_us = Math.Max(LongestWaitOfTick_us, _wait_us.Sum());
        LongestTime_us = Math.Max(LongestTime_us, (whole * DeviceBudget.InstructionTime_us) + _wait_us.Sum());
        LongestWithoutCore = Math.Max(LongestWithoutCore, whole - _tick[_core]);
        if (whole > Longest)
        {
            Longest = whole;
            Place = $"{trace}, {time_us / 1e6:F2} s";
            _tick.CopyTo(_inLongest, 0);
        }

        _ticks++;
        (Steady_us, Transactions) = (time_us - _begin_us, transactions - _begunTransactions);
        if (_ticks == StartTicks)
        {
            (_begin_us, _begunTransactions) = (time_us, transactions);
            Restart();
        }

        Begin();
        return _ticks == StartTicks + SteadyTicks;
    }

    private void Restart()
    {
        _program.Reset();
        LongestTime_us = 0;
        LongestWaitOfTick_us = 0;
        Array.Clear(_waited_us);
        Array.Clear(_longestWait_us);
        Begin();
    }

    private void Begin()
    {
        Array.Clear(_wait_us);
        for (int task = 0; task < _before.Length; task++)
        {
            _before[task] = _program.WeightOf(task);
        }
    }
}
