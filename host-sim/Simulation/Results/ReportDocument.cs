using System.Xml.Linq;
using static Bms.Simulation.Results.Charts.Markup;

namespace Bms.Simulation.Results;

/// <summary>The frame of every report: a page that is XML as well as HTML, and loads nothing.</summary>
internal static class ReportDocument
{
    /// <summary>Renders a page.</summary>
    /// <param name="title">Title of the window, fit for XML.</param>
    /// <param name="sheet">Its style sheet.</param>
    /// <param name="content">What stands on it; null leaves nothing.</param>
    public static string Render(string title, string sheet, params object?[] content)
    {
        XElement page = new(
            "html",
            Set("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", Set("charset", "utf-8")),
                new XElement("meta", Set("name", "viewport"), Set("content", "width=device-width, initial-scale=1")),
                new XElement("meta", Set("http-equiv", "Content-Security-Policy"), Set("content", "default-src 'none'; style-src 'unsafe-inline'")),
                new XElement("meta", Set("name", "color-scheme"), Set("content", "light dark")),
                Element("title", null, title),
                Element("style", null, sheet)),
            Element("body", null, Element("main", null, content)));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }
}
