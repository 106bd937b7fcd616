namespace Bms.VirtualBoard.Desktop;

/// <summary>The device's Console: text goes to the machine's console.</summary>
public static class Console
{
    /// <summary>Adds to the line.</summary>
    public static void Write(string value) => Log().Write(value);

    /// <summary>Ends the line.</summary>
    public static void WriteLine() => Log().EndLine();

    /// <summary>Adds to the line and ends it.</summary>
    public static void WriteLine(string value)
    {
        ConsoleLog log = Log();
        log.Write(value);
        log.EndLine();
    }

    private static ConsoleLog Log()
    {
        Machine machine = Machine.Current;
        machine.CheckPower();
        return machine.Console;
    }
}
