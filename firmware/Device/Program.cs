using System;
using System.Threading;

namespace Bms.Device;

/// <summary>Where the firmware starts.</summary>
public static class Program
{
    private const string Product = "BmsFirmware 0.1.0";

    /// <summary>Says which firmware runs, then waits: the application ends when this method returns.</summary>
    public static void Main()
    {
        Console.WriteLine(Product);
        while (true)
        {
            Thread.Sleep(1000);
        }
    }
}
