using Bms.VirtualBoard;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The microsecond counter of the ESP32.</summary>
public class HighResTimer
{
    /// <summary>Microseconds since power-up.</summary>
    public static ulong GetCurrent()
    {
        Machine machine = Machine.Current;
        machine.CheckPower();
        return (ulong)machine.UpTime_us;
    }
}
