using System;
using System.Collections;
using System.Text;

namespace Bms.Device.Samples;

public sealed class Wishes
{
    private readonly ArrayList _list = new ArrayList();
    private readonly Action _call;

    public Wishes(Action call) => _call = call;

    public int Count => _list.Count;

    public void Call()
    {
        lock (_list)
        {
            _call();
        }
    }

    public string Joined(string[] parts)
    {
        StringBuilder text = new StringBuilder();
        foreach (string part in parts)
        {
            text.Append(part).Append(", ");
        }

        return text.ToString();
    }

    public string Kind(int value) => value switch
    {
        < 0 => "below",
        0 => "none",
        _ => $"{value} above",
    };
}
