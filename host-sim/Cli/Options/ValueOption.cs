using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bms.Cli.Options;

/// <summary>An option with a value that is checked as it is read, and refused in words of its own.</summary>
internal sealed class ValueOption<T> : Option<T?>, IExpecting
{
    private readonly Reader _read;

    /// <summary>Makes an option.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="value">What help calls the value.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="description">What help says.</param>
    /// <param name="read">Reads a value; false if it is not as expected.</param>
    public ValueOption(string name, string value, string expected, string description, Reader read)
        : base(name)
    {
        _read = read;
        HelpName = value;
        Expected = expected;
        Description = description;
        CustomParser = Parse;
    }

    /// <summary>Reads a value; false if it is not as expected.</summary>
    public delegate bool Reader(string text, out T? value);

    /// <inheritdoc/>
    public string Expected { get; }

    private T? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (_read(text, out T? value))
        {
            return value;
        }

        result.AddError($"{Name}: found '{text}'; expected {Expected}");
        return default;
    }
}
