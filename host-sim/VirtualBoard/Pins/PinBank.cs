using System;

namespace Bms.VirtualBoard.Pins;

/// <summary>All pins of a microcontroller.</summary>
public sealed class PinBank
{
    private readonly Line[] _lines;

    internal PinBank(int count, int inputOnlyFrom)
    {
        _lines = new Line[count];
        for (int number = 0; number < count; number++)
        {
            _lines[number] = new Line(number, number >= inputOnlyFrom);
        }
    }

    /// <summary>Number of pins.</summary>
    public int Count => _lines.Length;

    /// <summary>The pin with a GPIO number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such pin.</exception>
    public Line this[int number] => Find(number) ?? throw new ArgumentOutOfRangeException(nameof(number));

    internal Line? Find(int number) => (uint)number < (uint)_lines.Length ? _lines[number] : null;

    internal void CloseAll()
    {
        foreach (Line line in _lines)
        {
            if (line.IsOpen)
            {
                line.Close();
            }
        }
    }

    internal void Reset()
    {
        foreach (Line line in _lines)
        {
            line.Reset();
        }
    }
}
