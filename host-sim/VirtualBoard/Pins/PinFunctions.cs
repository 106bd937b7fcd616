using System;
using System.Collections.Generic;
using nanoFramework.Hardware.Esp32;

namespace Bms.VirtualBoard.Pins;

/// <summary>Which function is routed to which pin. The ESP32 has defaults for its buses, the ESP32-S3 none.</summary>
public sealed class PinFunctions
{
    private readonly BoardWiring _wiring;
    private readonly Dictionary<DeviceFunction, int> _pins = [];

    internal PinFunctions(BoardWiring wiring)
    {
        _wiring = wiring;
        Reset();
    }

    internal int Get(DeviceFunction function) => _pins.GetValueOrDefault(function, -1);

    internal void Set(int pin, DeviceFunction function)
    {
        if (!Enum.IsDefined(function))
        {
            throw new ArgumentException("no such function", nameof(function));
        }

        if (pin < 0 || pin >= _wiring.PinCount || (pin >= _wiring.InputOnlyFrom && !IsInput(function)))
        {
            throw new ArgumentException("the pin cannot do that", nameof(pin));
        }

        _pins[function] = pin;
    }

    internal (int Data, int Clock) I2cPins(int busId) => busId == 1
        ? (Get(DeviceFunction.I2C1_DATA), Get(DeviceFunction.I2C1_CLOCK))
        : (Get(DeviceFunction.I2C2_DATA), Get(DeviceFunction.I2C2_CLOCK));

    internal (int Receive, int Transmit) SerialPins(int port) => (
        Get((DeviceFunction)((int)DeviceFunction.COM1_RX + ((port - 1) << 8))),
        Get((DeviceFunction)((int)DeviceFunction.COM1_TX + ((port - 1) << 8))));

    internal bool IsPwm(int pin)
    {
        for (DeviceFunction function = DeviceFunction.PWM1; function <= DeviceFunction.PWM16; function += 1 << 8)
        {
            if (Get(function) == pin)
            {
                return true;
            }
        }

        return false;
    }

    internal void Reset()
    {
        _pins.Clear();
        if (_wiring.IsS3)
        {
            return;
        }

        _pins[DeviceFunction.COM1_TX] = 1;
        _pins[DeviceFunction.COM1_RX] = 3;
        _pins[DeviceFunction.COM1_RTS] = 19;
        _pins[DeviceFunction.COM1_CTS] = 22;
        _pins[DeviceFunction.I2C1_DATA] = 18;
        _pins[DeviceFunction.I2C1_CLOCK] = 19;
        _pins[DeviceFunction.I2C2_DATA] = 25;
        _pins[DeviceFunction.I2C2_CLOCK] = 26;
        _pins[DeviceFunction.SPI1_MOSI] = 23;
        _pins[DeviceFunction.SPI1_MISO] = 25;
        _pins[DeviceFunction.SPI1_CLOCK] = 19;
    }

    private static bool IsInput(DeviceFunction function)
    {
        int kind = (int)function >> 16;
        int signal = (int)function & 0xFF;
        return (kind == 1 && signal == 1) || (kind == 3 && signal is 1 or 3);
    }
}
