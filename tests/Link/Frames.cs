using System;
using Bms.Device.Link;

namespace Bms.Link.Tests;

/// <summary>Whole messages of any number and any fields, sensible or not.</summary>
internal static class Frames
{
    public static byte[] Of(int number, params byte[] fields)
    {
        MemoryLine line = new();
        MessageSender sender = new(line, new MessageChecksum());
        sender.Begin(number);
        Array.ForEach(fields, one => sender.Put8(one));
        sender.Send();
        return line.Take();
    }
}
