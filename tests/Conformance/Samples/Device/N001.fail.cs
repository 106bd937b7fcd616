using System;
using System.Collections.Generic; //!

namespace Bms.Device.Samples;

public sealed class Wishes
{
    private readonly List<int> _list = new List<int>(); //!
    private readonly Action<int> _call; //!

    public int? Perhaps; //!

    public long Now()
    {
        return DateTime.Now.Ticks; //!
    }

    public void Fill(int[] values)
    {
        Array.Fill(values, 1); //!
    }

    public string Joined(string[] parts)
    {
        return string.Join(", ", parts); //!
    }

    public object Pair(int left, int right)
    {
        return (left, right); //!
    }

    public decimal Exact() //!
    {
        return 0;
    }
}
