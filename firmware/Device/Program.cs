namespace Bms.Device;

/// <summary>Where the firmware starts.</summary>
public static class Program
{
    /// <summary>Runs the firmware; it comes to an end after a demonstration only.</summary>
    public static void Main()
    {
        new Application(new Clock()).Run();
    }
}
