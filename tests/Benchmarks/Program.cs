using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Running;

namespace Bms.Benchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Contains("--speed"))
        {
            return Speed.Print();
        }

        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
    }
}
