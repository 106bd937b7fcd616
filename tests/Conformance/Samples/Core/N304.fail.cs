using System;

namespace Bms.Core.Samples;

public sealed class Spans
{
    public long Of(TimeSpan span) //!
    {
        return span.Ticks; //!
    }

    public TimeSpan Make(long ticks) //!
    {
        return new TimeSpan(ticks); //!
    }

    public int Kept(long ticks)
    {
        Guid guid = default; //!
        return Use(ref guid);
    }

    private static int Use(ref Guid guid)
    {
        return 1;
    }
}
