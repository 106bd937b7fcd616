using System;
using System.Text;
using Bms.Core.Sensing;

namespace Bms.Device.Samples;

public sealed class Speaker
{
    private readonly StringBuilder _text = new StringBuilder();

    public void Say(string text)
    {
        Console.WriteLine(text + _text.ToString() + Core.Sensing.Channel.Count);
    }
}
