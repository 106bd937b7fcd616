using System.Text.Json;
using Xunit;

namespace Bms.Plant.Tests.Data;

/// <summary>Rows of the reference figures as test cases.</summary>
public static class Figures
{
    public static TheoryData<string> Rows(string section)
    {
        var rows = new TheoryData<string>();
        foreach (JsonElement element in PouchCell.Sanity.GetProperty(section).EnumerateArray())
        {
            rows.Add(element.GetRawText());
        }

        return rows;
    }

    public static double Number(this string row, string key)
    {
        using var parsed = JsonDocument.Parse(row);
        return parsed.RootElement.GetProperty(key).GetDouble();
    }
}
