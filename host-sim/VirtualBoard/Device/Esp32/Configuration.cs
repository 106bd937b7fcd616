using System;
using Bms.VirtualBoard;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Routes functions to pins.</summary>
public class Configuration
{
    /// <summary>Routes a function to a pin.</summary>
    /// <exception cref="ArgumentException">No such pin or function, or an input-only pin for something that drives.</exception>
    public static void SetPinFunction(int pin, DeviceFunction value)
    {
        Machine machine = Machine.Current;
        machine.CheckPower();
        machine.Functions.Set(pin, value);
    }

    /// <summary>The pin a function is routed to, or -1.</summary>
    public static int GetFunctionPin(DeviceFunction function)
    {
        Machine machine = Machine.Current;
        machine.CheckPower();
        return machine.Functions.Get(function);
    }
}
