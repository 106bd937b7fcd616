namespace Bms.Core.Samples;

public static class Counter
{
    private static int s_count; //!

    public static int Last { get; set; } //!

    public static int Next()
    {
        s_count++;
        return s_count;
    }
}
