using System.Device.I2c;

namespace Bms.Device.Buses;

/// <summary>
/// One I2C bus and the rule that all chips on it share: a bus that somebody holds low blocks the one thread for a second, so
/// after that it rests for a second, in which every transfer fails at once.
/// </summary>
public sealed class I2cBus
{
    private const int Rest_ms = 1000;

    private readonly Clock _clock;
    private long _restsUntil_ms;

    /// <summary>Makes the bus; its pins must have been set.</summary>
    /// <param name="number">Number of the bus, 1 or 2.</param>
    /// <param name="speed">Speed of every chip on it: the chip opened last would set it for all.</param>
    /// <param name="clock">Tells when the rest is over.</param>
    public I2cBus(int number, I2cBusSpeed speed, Clock clock)
    {
        Number = number;
        Speed = speed;
        _clock = clock;
    }

    /// <summary>Number of the bus.</summary>
    public readonly int Number;

    /// <summary>Speed of the bus.</summary>
    public readonly I2cBusSpeed Speed;

    /// <summary>Whether the bus rests, unless its time is over: <see cref="EndRest"/> looks.</summary>
    public bool IsResting;

    /// <summary>How often somebody held the bus, for telemetry.</summary>
    public int Timeouts;

    /// <summary>Lets the bus rest from now on.</summary>
    public void Rest()
    {
        Timeouts++;
        IsResting = true;
        _restsUntil_ms = _clock.Now_ms() + Rest_ms;
    }

    /// <summary>Ends the rest if its time is over.</summary>
    /// <returns>Whether the bus may be used again.</returns>
    public bool EndRest()
    {
        IsResting = _clock.Now_ms() < _restsUntil_ms;
        return !IsResting;
    }
}
