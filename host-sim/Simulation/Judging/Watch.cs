using System;
using System.Collections.Generic;
using Bms.Simulation.Results;

namespace Bms.Simulation.Judging;

/// <summary>Watches one constraint in one place: how long it is broken, and the worst value meanwhile.</summary>
internal sealed class Watch
{
    private readonly string _key;
    private readonly int _place;
    private readonly double _grace;
    private readonly List<ViolationEpisode> _episodes;
    private double _begin = double.NaN;
    private double _broken;
    private double _integral;
    private double _worst;
    private double _worstBy;

    public Watch(string key, int place, double grace, List<ViolationEpisode> episodes)
    {
        _key = key;
        _place = place;
        _grace = grace;
        _episodes = episodes;
    }

    /// <summary>Whether an episode is under way, its grace over.</summary>
    public bool IsViolated { get; private set; }

    /// <summary>Looks at a stretch of time.</summary>
    /// <param name="time">End of the stretch, s.</param>
    /// <param name="dt">Its length, s.</param>
    /// <param name="excess">How far the value is beyond its limit; 0 or less when it is kept. Not a number counts as broken.</param>
    /// <param name="value">The value itself.</param>
    public void Look(double time, double dt, double excess, double value)
    {
        if (excess <= 0)
        {
            End();
            return;
        }

        if (double.IsNaN(_begin))
        {
            _begin = time - dt;
            _broken = 0;
            _integral = 0;
            _worstBy = double.NegativeInfinity;
            _worst = value;
        }

        _broken += dt;
        _integral += excess * dt;
        if (excess > _worstBy)
        {
            _worstBy = excess;
            _worst = value;
        }

        IsViolated |= _broken > _grace + 1e-9;
    }

    /// <summary>Closes what is under way.</summary>
    public void End()
    {
        if (IsViolated)
        {
            _episodes.Add(new ViolationEpisode(_key, _place, _begin, _broken, _worst, _integral));
        }

        IsViolated = false;
        _begin = double.NaN;
    }
}
