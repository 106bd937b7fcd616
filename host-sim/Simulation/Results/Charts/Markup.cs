using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Bms.Simulation.Results.Charts;

/// <summary>Elements of the page: XML that is also HTML.</summary>
internal static class Markup
{
    /// <summary>An element of a class; an element without content still gets an end tag, as HTML wants it.</summary>
    public static XElement Element(string name, string? style, params object?[] content)
    {
        var element = new XElement(name, content);
        if (style is not null)
        {
            element.SetAttributeValue("class", style);
        }

        if (element.IsEmpty)
        {
            element.Add(string.Empty);
        }

        return element;
    }

    /// <summary>An attribute that holds text.</summary>
    public static XAttribute Set(string name, string value) => new(name, value);

    /// <summary>An attribute that holds a length in tenths of a pixel.</summary>
    public static XAttribute Set(string name, double value) => new(name, Length(value));

    /// <summary>A length with at most one decimal.</summary>
    public static string Length(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text that came from outside: whatever XML can't hold is replaced.</summary>
    public static string Foreign(string text) => string.Concat(text.EnumerateRunes()
        .Select(letter => letter.IsBmp && !XmlConvert.IsXmlChar((char)letter.Value) ? Rune.ReplacementChar : letter));

    /// <summary>A text in a chart.</summary>
    public static XElement Label(double x, double y, string text, string style) =>
        Element("text", style, Set("x", x), Set("y", y), Foreign(text));

    /// <summary>A rectangle with a tooltip.</summary>
    public static XElement Box(double x, double y, double width, double height, string style, string? tooltip) =>
        Element("rect", style, Set("x", x), Set("y", y), Set("width", width), Set("height", height), tooltip is null ? null : new XElement("title", Foreign(tooltip)));
}
