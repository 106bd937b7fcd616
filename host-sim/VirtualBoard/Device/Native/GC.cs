namespace nanoFramework.Runtime.Native;

/// <summary>The garbage collector of the device.</summary>
public static class GC
{
    /// <summary>Collects garbage.</summary>
    /// <param name="compactHeap">Whether the device also moves what is left together.</param>
    /// <returns>Free heap, bytes. The virtual board says the 100 kB of a board without PSRAM.</returns>
    public static uint Run(bool compactHeap)
    {
        _ = compactHeap;
        return 100_000;
    }
}
