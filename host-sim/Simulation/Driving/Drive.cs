using System;
using Bms.Plant.Randomness;

namespace Bms.Simulation.Driving;

/// <summary>
/// A drive of a given time: a cycle repeated, second by second. The first repetition is the cycle as written; every later one
/// differs a little in speed, pace and waiting, reproducibly from the seed, and begins and ends at standstill. Whatever the
/// time, the vehicle stands at its end: it brakes in time.
/// </summary>
/// <remarks>Nothing is stored but the present second, so a drive of a week costs no memory; <see cref="Advance"/> allocates nothing.</remarks>
public sealed class Drive
{
    /// <summary>Deceleration with which the last repetition is broken off, m/s².</summary>
    public const double FinalBraking = 1.5;

    /// <summary>A later repetition drives at most this many times the written speed.</summary>
    public const double HighestSpeedFactor = 1.03;

    private const double LowestSpeedFactor = 0.92;
    private const double LowestRateFactor = 0.85;
    private const double HighestRateFactor = 1.1;
    private const double LowestTimeFactor = 0.7;
    private const double HighestTimeFactor = 1.35;

    private readonly RandomSequence _random;
    private readonly int _wholeSeconds;
    private readonly int _startedSeconds;
    private int _segment = -1;
    private bool _varied;
    private double _speedFactor = 1;
    private double _speed;
    private double _target;
    private double _rate;
    private double _timeLeft;
    private double _grade;

    /// <summary>Starts a drive at standstill.</summary>
    /// <param name="cycle">What is driven.</param>
    /// <param name="duration">Time of the drive, s, above 0.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="stream">Which stream of random numbers of that seed this drive draws from: one of its own for every drive of a run.</param>
    /// <exception cref="ArgumentOutOfRangeException">A duration that is not above 0, or longer than <see cref="int.MaxValue"/> s.</exception>
    public Drive(DriveCycle cycle, double duration, ulong seed, ulong stream)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(duration);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, int.MaxValue);
        Cycle = cycle;
        Duration = duration;
        _random = new RandomSequence(seed, stream);
        _wholeSeconds = (int)Math.Floor(duration);
        _startedSeconds = (int)Math.Ceiling(duration);
        BeginSegment();
        LookAhead();
    }

    /// <summary>What is driven.</summary>
    public DriveCycle Cycle { get; }

    /// <summary>Time of the drive, s.</summary>
    public double Duration { get; }

    /// <summary>The present second, counted from 0.</summary>
    public int Second { get; private set; }

    /// <summary>Speed at the beginning of the present second, m/s.</summary>
    public double Speed { get; private set; }

    /// <summary>Speed at the end of the present second, m/s.</summary>
    public double NextSpeed { get; private set; }

    /// <summary>Slope of the road in the present second, rise over run; above 0 uphill.</summary>
    public double Grade { get; private set; }

    /// <summary>Goes on to the next second; false, and nothing changes, in the last one.</summary>
    public bool Advance()
    {
        if (Second + 1 >= _startedSeconds)
        {
            return false;
        }

        Second++;
        Speed = NextSpeed;
        LookAhead();
        return true;
    }

    private void LookAhead()
    {
        Grade = _grade;
        double stopping = FinalBraking * Math.Max(0, _wholeSeconds - Second - 1);
        NextSpeed = Math.Min(SpeedAfter(seconds: 1), stopping);
    }

    private double SpeedAfter(double seconds)
    {
        double needed = TimeToEndOfSegment();
        while (needed <= seconds)
        {
            seconds -= needed;
            _speed = _rate > 0 ? _target : _speed;
            BeginSegment();
            needed = TimeToEndOfSegment();
        }

        if (_rate > 0)
        {
            _speed += Math.Sign(_target - _speed) * _rate * seconds;
        }
        else
        {
            _timeLeft -= seconds;
        }

        return _speed;
    }

    private double TimeToEndOfSegment() => _rate > 0 ? Math.Abs(_target - _speed) / _rate : _timeLeft;

    private void BeginSegment()
    {
        if (++_segment == Cycle.Segments.Count)
        {
            _segment = 0;
            _varied = true;
            _speedFactor = _random.Uniform(LowestSpeedFactor, HighestSpeedFactor);
        }

        SpeedSegment segment = Cycle.Segments[_segment];
        double rateFactor = _varied ? _random.Uniform(LowestRateFactor, HighestRateFactor) : 1;
        double timeFactor = _varied ? _random.Uniform(LowestTimeFactor, HighestTimeFactor) : 1;
        _target = segment.TargetSpeed * _speedFactor;
        _rate = segment.Rate * rateFactor;
        _timeLeft = segment.Duration * timeFactor;
        _grade = segment.Grade;
    }
}
