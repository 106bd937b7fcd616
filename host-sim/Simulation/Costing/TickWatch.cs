using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Costing;

/// <summary>Looks at every tick for the one that weighs most.</summary>
internal sealed class TickWatch
{
    private readonly CountedProgram _assembly;
    private readonly bool[] _isSlice;
    private readonly long[] _before;
    private readonly long[] _tick;
    private readonly long[] _most;
    private readonly long[] _inLongest;

    /// <summary>Makes the watch.</summary>
    /// <param name="assembly">What runs.</param>
    /// <param name="rows">Its tasks.</param>
    public TickWatch(CountedProgram assembly, IReadOnlyList<CostTask> rows)
    {
        _assembly = assembly;
        _isSlice = [.. assembly.Image.Tasks.Select(title => rows.Any(row => row.Title == title && row.Turn == Turn.Slice))];
        _before = new long[_isSlice.Length];
        _tick = new long[_isSlice.Length];
        _most = new long[_isSlice.Length];
        _inLongest = new long[_isSlice.Length];
    }

    /// <summary>The most a tick weighed.</summary>
    public long Longest { get; private set; }

    /// <summary>The most a tick weighed without its slices.</summary>
    public long FastPass { get; private set; }

    /// <summary>Where the longest tick was.</summary>
    public string Place { get; private set; } = string.Empty;

    /// <summary>The most each task weighed in a tick.</summary>
    public IReadOnlyList<long> Most => _most;

    /// <summary>What each task weighed in the longest tick.</summary>
    public IReadOnlyList<long> InLongest => _inLongest;

    /// <summary>A tick begins.</summary>
    public void Begin()
    {
        for (int task = 0; task < _before.Length; task++)
        {
            _before[task] = _assembly.WeightOf(task);
        }
    }

    /// <summary>A tick ends.</summary>
    /// <param name="trace">The trace it belongs to.</param>
    /// <param name="time_ms">Its time.</param>
    public void End(string trace, long time_ms)
    {
        long whole = 0;
        long slices = 0;
        for (int task = 0; task < _tick.Length; task++)
        {
            long weight = _assembly.WeightOf(task) - _before[task];
            _tick[task] = weight;
            _most[task] = Math.Max(_most[task], weight);
            whole += weight;
            slices += _isSlice[task] ? weight : 0;
        }

        FastPass = Math.Max(FastPass, whole - slices);
        if (whole > Longest)
        {
            Longest = whole;
            Place = $"{trace}, {time_ms / 1000.0:F2} s";
            _tick.CopyTo(_inLongest, 0);
        }
    }
}
