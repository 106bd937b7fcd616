namespace Bms.Cli;

internal static class Program
{
    private static int Main(string[] args) => CommandLine.Invoke(args, Terminal.OfProcess());
}
