using System;

namespace Bms;

/// <summary>What a piece of work allocates every time it is done.</summary>
/// <remarks>The runtime's own work (a method compiled again because it is hot, a type met for the first time) falls into one pass or
/// another and is counted on the thread that causes it; what the code itself allocates is in every pass.</remarks>
internal static class Garbage
{
    private const int Passes = 5;

    /// <summary>Least bytes that one of five passes allocates.</summary>
    /// <param name="pass">The work.</param>
    /// <param name="prepare">Done before every pass and not counted.</param>
    public static long Of(Action pass, Action? prepare = null)
    {
        long least = long.MaxValue;
        for (int k = 0; k < Passes; k++)
        {
            prepare?.Invoke();
            long before = GC.GetAllocatedBytesForCurrentThread();
            pass();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
