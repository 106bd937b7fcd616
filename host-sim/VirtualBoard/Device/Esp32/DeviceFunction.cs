namespace nanoFramework.Hardware.Esp32;

/// <summary>What a pin can be used for: kind in bits 16 and up, unit from 1 in bits 8 to 15, signal in bits 0 to 7.</summary>
public enum DeviceFunction
{
    /// <summary>SPI bus 1, data out.</summary>
    SPI1_MOSI = 65792,

    /// <summary>SPI bus 1, data in.</summary>
    SPI1_MISO = 65793,

    /// <summary>SPI bus 1, clock.</summary>
    SPI1_CLOCK = 65794,

    /// <summary>SPI bus 2, data out.</summary>
    SPI2_MOSI = 66048,

    /// <summary>SPI bus 2, data in.</summary>
    SPI2_MISO = 66049,

    /// <summary>SPI bus 2, clock.</summary>
    SPI2_CLOCK = 66050,

    /// <summary>I2C bus 1, data.</summary>
    I2C1_DATA = 131328,

    /// <summary>I2C bus 1, clock.</summary>
    I2C1_CLOCK = 131329,

    /// <summary>I2C bus 2, data.</summary>
    I2C2_DATA = 131584,

    /// <summary>I2C bus 2, clock.</summary>
    I2C2_CLOCK = 131585,

    /// <summary>Serial port 1, transmit.</summary>
    COM1_TX = 196864,

    /// <summary>Serial port 1, receive.</summary>
    COM1_RX = 196865,

    /// <summary>Serial port 1, request to send.</summary>
    COM1_RTS = 196866,

    /// <summary>Serial port 1, clear to send.</summary>
    COM1_CTS = 196867,

    /// <summary>Serial port 2, transmit.</summary>
    COM2_TX = 197120,

    /// <summary>Serial port 2, receive.</summary>
    COM2_RX = 197121,

    /// <summary>Serial port 2, request to send.</summary>
    COM2_RTS = 197122,

    /// <summary>Serial port 2, clear to send.</summary>
    COM2_CTS = 197123,

    /// <summary>Serial port 3, transmit.</summary>
    COM3_TX = 197376,

    /// <summary>Serial port 3, receive.</summary>
    COM3_RX = 197377,

    /// <summary>Serial port 3, request to send.</summary>
    COM3_RTS = 197378,

    /// <summary>Serial port 3, clear to send.</summary>
    COM3_CTS = 197379,

    /// <summary>Serial port 4, transmit.</summary>
    COM4_TX = 197632,

    /// <summary>Serial port 4, receive.</summary>
    COM4_RX = 197633,

    /// <summary>Serial port 4, request to send.</summary>
    COM4_RTS = 197634,

    /// <summary>Serial port 4, clear to send.</summary>
    COM4_CTS = 197635,

    /// <summary>PWM channel 1.</summary>
    PWM1 = 262400,

    /// <summary>PWM channel 2.</summary>
    PWM2 = 262656,

    /// <summary>PWM channel 3.</summary>
    PWM3 = 262912,

    /// <summary>PWM channel 4.</summary>
    PWM4 = 263168,

    /// <summary>PWM channel 5.</summary>
    PWM5 = 263424,

    /// <summary>PWM channel 6.</summary>
    PWM6 = 263680,

    /// <summary>PWM channel 7.</summary>
    PWM7 = 263936,

    /// <summary>PWM channel 8.</summary>
    PWM8 = 264192,

    /// <summary>PWM channel 9.</summary>
    PWM9 = 264448,

    /// <summary>PWM channel 10.</summary>
    PWM10 = 264704,

    /// <summary>PWM channel 11.</summary>
    PWM11 = 264960,

    /// <summary>PWM channel 12.</summary>
    PWM12 = 265216,

    /// <summary>PWM channel 13.</summary>
    PWM13 = 265472,

    /// <summary>PWM channel 14.</summary>
    PWM14 = 265728,

    /// <summary>PWM channel 15.</summary>
    PWM15 = 265984,

    /// <summary>PWM channel 16.</summary>
    PWM16 = 266240,
}
