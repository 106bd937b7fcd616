using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>What one input of the ADS1115 measures: turns a voltage into a channel.</summary>
public abstract class AnalogInput
{
    /// <summary>Takes a conversion; every 400 ms.</summary>
    /// <param name="frame">Takes the channel's value.</param>
    /// <param name="voltage_uV">What the input saw, µV.</param>
    /// <param name="time_ms">When it was converted, ms.</param>
    public abstract void Take(SensorFrame frame, int voltage_uV, long time_ms);
}
