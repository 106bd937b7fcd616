namespace Bms.VirtualBoard.Desktop;

/// <summary>The device's Environment.</summary>
public static class Environment
{
    /// <summary>Milliseconds since power-up.</summary>
    public static long TickCount64
    {
        get
        {
            Machine machine = Machine.Current;
            machine.CheckPower();
            return machine.UpTime_us / 1000;
        }
    }
}
