using System;
using System.Collections.Generic;
using System.Text;

namespace Bms.VirtualBoard;

/// <summary>What the firmware wrote to the console, line by line.</summary>
public sealed class ConsoleLog
{
    private readonly List<string> _lines = [];
    private readonly StringBuilder _open = new();

    /// <summary>Told each line when it is finished.</summary>
    public Action<string>? LineWritten { get; set; }

    /// <summary>The finished lines, oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    internal void Write(string? text) => _open.Append(text);

    internal void EndLine()
    {
        string line = _open.ToString();
        _open.Clear();
        _lines.Add(line);
        LineWritten?.Invoke(line);
    }
}
