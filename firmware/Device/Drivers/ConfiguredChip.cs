using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>
/// A chip that must be told what to do, and may forget it. Its configuration is brought in pieces: at start-up one after
/// another, later, when the chip has lost it, one a tick, so that no tick takes long.
/// </summary>
public abstract class ConfiguredChip : ISensor
{
    /// <summary>What <see cref="Configure"/> returns to begin again.</summary>
    protected internal const int FirstPiece = 0;

    /// <summary>What <see cref="Configure"/> returns when the chip is configured and its readings count.</summary>
    protected internal const int Done = -1;

    private const int Pause_ms = 2;
    private const int StartAttempts = 25;
    private const int StartLimit_ms = 3000;

    private readonly Clock _clock;
    private int _piece;

    /// <summary>Makes the chip.</summary>
    protected ConfiguredChip(Clock clock)
    {
        _clock = clock;
    }

    /// <summary>Whether the chip is configured, as far as is known.</summary>
    public bool IsConfigured;

    /// <summary>How often it was found to have lost its configuration, for telemetry.</summary>
    public int LostConfigurations;

    /// <inheritdoc/>
    public bool Start()
    {
        IsConfigured = false;
        _piece = FirstPiece;
        int attempts = 0;
        long limit_ms = _clock.Now_ms() + StartLimit_ms;
        while (!IsConfigured && attempts < StartAttempts && _clock.Now_ms() < limit_ms)
        {
            ConfigureNext(_clock.Now_ms());
            attempts += _piece == FirstPiece ? 1 : 0;
            _clock.Wait_ms(Pause_ms);
        }

        return IsConfigured;
    }

    /// <inheritdoc/>
    public abstract void Renew(SensorFrame frame, int phase);

    /// <summary>Brings one piece of the configuration; bounded.</summary>
    /// <param name="piece">Which piece, 0 or above.</param>
    /// <param name="now_ms">Time, ms.</param>
    /// <returns>The piece that is next: the same to wait, <see cref="FirstPiece"/> to begin again, <see cref="Done"/> at the end.</returns>
    protected abstract int Configure(int piece, long now_ms);

    /// <summary>Invalidates every channel of the chip.</summary>
    protected abstract void Invalidate(SensorFrame frame);

    /// <summary>Brings the next piece of the configuration.</summary>
    protected void ConfigureNext(long now_ms)
    {
        _piece = Configure(_piece, now_ms);
        IsConfigured = _piece == Done;
    }

    /// <summary>The chip has lost its configuration: what it says does not count until it has been configured anew.</summary>
    protected void Lose(SensorFrame frame)
    {
        LostConfigurations++;
        IsConfigured = false;
        _piece = FirstPiece;
        Invalidate(frame);
    }
}
