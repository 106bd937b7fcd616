namespace Bms.Device.Reports;

/// <summary>
/// A line of text that is put together in one place and made a string once: joining strings would leave a garbage of thirty times
/// its length, and what is scattered over the heap then leaves no room for the next call.
/// </summary>
public sealed class ReportLine
{
    /// <summary>Longest line; what is beyond is cut off.</summary>
    public const int Longest = 160;

    private const int MostDigits = 20;

    private readonly char[] _text = new char[Longest];
    private readonly char[] _digits = new char[MostDigits];
    private int _length;

    /// <summary>Adds a text.</summary>
    public ReportLine Add(string text)
    {
        for (int k = 0; k < text.Length; k++)
        {
            Add(text[k]);
        }

        return this;
    }

    /// <summary>Adds a whole number.</summary>
    public ReportLine Add(long value)
    {
        return AddDigits(value, 1);
    }

    /// <summary>Adds thousandths as a number with three decimals.</summary>
    public ReportLine AddThousandths(long value)
    {
        AddDigits(value / 1000, 1);
        Add('.');
        return AddDigits(value % 1000, 3);
    }

    /// <summary>Adds 16 hexadecimal digits.</summary>
    public ReportLine AddHexadecimal(long value)
    {
        for (int shift = 60; shift >= 0; shift -= 4)
        {
            int digit = (int)(value >> shift) & 15;
            Add((char)(digit < 10 ? '0' + digit : 'a' + digit - 10));
        }

        return this;
    }

    /// <summary>The line so far; the next begins anew.</summary>
    public string Take()
    {
        string line = new string(_text, 0, _length);
        _length = 0;
        return line;
    }

    private void Add(char letter)
    {
        if (_length < Longest)
        {
            _text[_length] = letter;
            _length++;
        }
    }

    private ReportLine AddDigits(long value, int fewest)
    {
        if (value < 0)
        {
            Add('-');
        }

        // one by one: the lowest number has no positive counterpart
        int count = 0;
        while (value != 0 || count < fewest)
        {
            long digit = value % 10;
            _digits[count] = (char)('0' + (digit < 0 ? -digit : digit));
            value /= 10;
            count++;
        }

        while (count > 0)
        {
            count--;
            Add(_digits[count]);
        }

        return this;
    }
}
