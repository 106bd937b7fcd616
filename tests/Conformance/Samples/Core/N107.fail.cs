namespace Bms.Core.Samples;

public static class Early
{
    private static readonly int[] s_first = Late.Values; //!

    public static int First()
    {
        return s_first[0];
    }
}

public static class Indirect
{
    private static readonly int s_sum = Adder.Sum(); //!

    public static int Sum()
    {
        return s_sum;
    }
}

public sealed class Adder
{
    private readonly int _start = Late.Values.Length;

    public static int Sum()
    {
        return new Adder()._start;
    }
}

public static class Late
{
    public static readonly int[] Values = { 1, 2, 3 };
}
