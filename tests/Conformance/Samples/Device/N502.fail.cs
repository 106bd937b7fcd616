using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace Bms.Device.Samples;

public sealed class Waiter
{
    private DateTime _start; //!

    public void Wait()
    {
        _start = DateTime.UtcNow; //!
        Thread.Sleep(10); //!
    }

    public ulong Now()
    {
        return HighResTimer.GetCurrent(); //!
    }

    public long Ticks()
    {
        return Environment.TickCount64; //!
    }
}
