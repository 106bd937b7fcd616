namespace Bms.Core.Storage;

/// <summary>
/// The texts of a table's rows, kept as one: a call with a text of its own for every cell of every table would fill a seventh of
/// the byte code that the device's loader takes.
/// </summary>
public static class RowTexts
{
    /// <summary>Takes the texts of a table apart, row after row. Makes new strings: for hosts and tests, and for what a device says now and then.</summary>
    /// <param name="texts">All texts, a bar between two.</param>
    public static string[] Split(string texts)
    {
        return texts.Split(new char[] { '|' });
    }
}
