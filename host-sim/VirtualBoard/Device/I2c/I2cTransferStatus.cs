namespace System.Device.I2c;

/// <summary>How a transaction ended. A fault on the bus is a status, never an exception.</summary>
public enum I2cTransferStatus
{
    /// <summary>Neither of the others.</summary>
    UnknownError = 0,

    /// <summary>Every byte went over the bus.</summary>
    FullTransfer = 1,

    /// <summary>The bus did not become free within one second.</summary>
    ClockStretchTimeout = 2,

    /// <summary>Never returned by the ESP32.</summary>
    PartialTransfer = 3,

    /// <summary>The address or a data byte was not acknowledged.</summary>
    SlaveAddressNotAcknowledged = 4,
}
