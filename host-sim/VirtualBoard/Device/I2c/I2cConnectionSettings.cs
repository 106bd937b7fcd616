namespace System.Device.I2c;

/// <summary>Which chip on which bus, and how fast.</summary>
public sealed class I2cConnectionSettings
{
    /// <summary>A chip at 100 kHz.</summary>
    /// <param name="busId">1 or 2.</param>
    /// <param name="deviceAddress">7-bit address.</param>
    public I2cConnectionSettings(int busId, int deviceAddress)
        : this(busId, deviceAddress, I2cBusSpeed.StandardMode)
    {
    }

    /// <summary>A chip at a speed.</summary>
    /// <param name="busId">1 or 2.</param>
    /// <param name="deviceAddress">7-bit address.</param>
    /// <param name="busSpeed">The speed the whole bus gets when the device is created.</param>
    public I2cConnectionSettings(int busId, int deviceAddress, I2cBusSpeed busSpeed)
    {
        BusId = busId;
        DeviceAddress = deviceAddress;
        BusSpeed = busSpeed;
    }

    /// <summary>1 or 2.</summary>
    public int BusId { get; }

    /// <summary>7-bit address.</summary>
    public int DeviceAddress { get; }

    /// <summary>Speed asked for.</summary>
    public I2cBusSpeed BusSpeed { get; }
}
