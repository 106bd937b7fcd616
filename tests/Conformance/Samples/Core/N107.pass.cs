namespace Bms.Core.Samples;

public static class Early
{
    private const int Count = Late.Count;
    private static readonly int[] s_first = { 1, 2, 3 };
    private static readonly int s_length = s_first.Length + Count + Adder.Sum(s_first);

    public static int First()
    {
        return s_first[0] + s_length + Late.Values[0];
    }
}

public static class Adder
{
    public static int Sum(int[] values)
    {
        return values.Length;
    }
}

public static class Late
{
    public const int Count = 3;
    public static readonly int[] Values = { 1, 2, 3 };
}
