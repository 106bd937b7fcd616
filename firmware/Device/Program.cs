namespace Bms.Device;

/// <summary>Where the firmware starts.</summary>
public static class Program
{
    private const int Pause_ms = 10000;

    /// <summary>Runs the firmware, and again when it has come to an end: a demonstration does.</summary>
    public static void Main()
    {
        Clock clock = new Clock();
        while (!clock.IsStopped)
        {
            new Application(clock).Run();
            clock.Wait_ms(Pause_ms);
        }
    }
}
