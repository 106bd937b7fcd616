using System;

namespace Bms.Simulation.Campaigns.Scoring;

/// <summary>
/// Counts how often a limit goes to and fro: it turns within <see cref="Window"/> of its turn before, or the reason that binds it
/// gives way to another and comes back within that time.
/// </summary>
/// <remarks>A turn is a rise after a fall, or a fall after a rise, by more than the resolution: smaller moves are none. A limit that drops
/// once and is released, however fast, has turned once and does not chatter.</remarks>
public sealed class Chatter
{
    /// <summary>What follows within so long is a reversal, s.</summary>
    public const double Window = 10;

    private readonly double _resolution;
    private double _extreme = double.NaN;
    private int _direction;
    private double _turned = double.NegativeInfinity;
    private int _reason;
    private int _reasonBefore = -1;
    private double _reasonSince = double.NegativeInfinity;

    /// <summary>Begins to count.</summary>
    /// <param name="resolution">Least move that counts, in the unit of the limit, above 0.</param>
    public Chatter(double resolution)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        _resolution = resolution;
    }

    /// <summary>Reversals of the limit or of its reason so far.</summary>
    public int Count { get; private set; }

    /// <summary>Looks at a limit.</summary>
    /// <param name="time">Now, s; never less than before.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="reason">Number of what binds it.</param>
    public void Look(double time, double limit, int reason)
    {
        if (double.IsNaN(_extreme))
        {
            _extreme = limit;
            _reason = reason;
            return;
        }

        LookAtLimit(time, limit);
        LookAtReason(time, reason);
    }

    private void LookAtLimit(double time, double limit)
    {
        if (_direction == 0 ? Math.Abs(limit - _extreme) > _resolution : (limit - _extreme) * _direction < -_resolution)
        {
            bool first = _direction == 0;
            _direction = Math.Sign(limit - _extreme);
            _extreme = limit;
            if (!first)
            {
                Count += time - _turned <= Window ? 1 : 0;
                _turned = time;
            }
        }
        else if (_direction != 0 && (limit - _extreme) * _direction > 0)
        {
            _extreme = limit;
        }
    }

    private void LookAtReason(double time, int reason)
    {
        if (reason == _reason)
        {
            return;
        }

        Count += reason == _reasonBefore && time - _reasonSince <= Window ? 1 : 0;
        _reasonBefore = _reason;
        _reason = reason;
        _reasonSince = time;
    }
}
