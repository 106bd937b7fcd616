using nanoFramework.Runtime.Native;

namespace Bms.Device.Boards;

/// <summary>The managed heap of the chip.</summary>
public static class Heap
{
    /// <summary>
    /// Collects what is no longer used and moves the rest together: the runtime itself collects but does not compact before it
    /// says that memory is short. Takes long; for the end of start-up.
    /// </summary>
    public static void Compact()
    {
        GC.Run(true);
    }
}
