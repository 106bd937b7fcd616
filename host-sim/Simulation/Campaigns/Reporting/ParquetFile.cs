using System.Collections.Generic;
using System.Linq;
using DuckDB.NET.Data;

namespace Bms.Simulation.Campaigns.Reporting;

/// <summary>Writes the runs of a campaign as a Parquet file.</summary>
internal static class ParquetFile
{
    /// <summary>Writes it.</summary>
    /// <param name="path">The file, replaced if there is one.</param>
    /// <param name="runs">The runs.</param>
    public static void Write(string path, IReadOnlyList<CampaignRun> runs)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"CREATE TABLE runs ({string.Join(", ", RunColumn.All.Select(column => $"{column.Name} {column.Type}"))})");
        using (DuckDBAppender appender = connection.CreateAppender("runs"))
        {
            foreach (CampaignRun run in runs)
            {
                IDuckDBAppenderRow row = appender.CreateRow();
                foreach (RunColumn column in RunColumn.All)
                {
                    Append(row, column.Value(run));
                }

                row.EndRow();
            }
        }

        Execute(connection, $"COPY runs TO '{path.Replace("'", "''", System.StringComparison.Ordinal)}' (FORMAT PARQUET)");
    }

    private static void Append(IDuckDBAppenderRow row, object? value)
    {
        switch (value)
        {
            case null:
                row.AppendNullValue();
                break;
            case long whole:
                row.AppendValue(whole);
                break;
            case double number:
                row.AppendValue(number);
                break;
            case bool truth:
                row.AppendValue(truth);
                break;
            default:
                row.AppendValue((string)value);
                break;
        }
    }

    private static void Execute(DuckDBConnection connection, string statement)
    {
        using DuckDBCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and types come from a table of ours, the path is quoted.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
