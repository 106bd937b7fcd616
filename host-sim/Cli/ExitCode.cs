namespace Bms.Cli;

/// <summary>What a command tells the shell.</summary>
public static class ExitCode
{
    /// <summary>The command did what was asked, whatever its result says.</summary>
    public const int Fine = 0;

    /// <summary>A check failed, or the program itself did.</summary>
    public const int Failed = 1;

    /// <summary>Input or usage that can't be used; one line on the error stream says what would be right.</summary>
    public const int BadInput = 2;

    /// <summary>Ended by Ctrl-C or a request to terminate.</summary>
    public const int Interrupted = 130;
}
