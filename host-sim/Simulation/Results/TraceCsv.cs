using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Bms.Simulation.Results;

/// <summary>A trace as comma-separated text in UTF-8: header, then one line a row, quoted and ended as RFC 4180 says.</summary>
/// <remarks>Seven significant digits, time to the millisecond, a point as decimal mark; a value that is not finite is an empty
/// field, a labelled value its text (empty if its index has none).</remarks>
public static class TraceCsv
{
    private const int BufferSize = 1 << 16;
    private const int LongestNumber = 32;

    /// <summary>Writes a complete trace.</summary>
    /// <exception cref="IOException">The stream can't be written.</exception>
    public static void Write(Trace trace, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(stream);
        byte[][][] labels = [.. trace.Columns.Select(column => column.Labels?.Select(Field).ToArray() ?? [])];
        int longestField = Math.Max(LongestNumber, labels.SelectMany(texts => texts).Select(text => text.Length).DefaultIfEmpty().Max());
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize + longestField + 2);

        stream.Write(Encoding.UTF8.GetBytes(string.Join(',', trace.Columns.Select(column => Quoted(column.Name))) + "\r\n"));
        int filled = 0;
        for (int row = 0; row < trace.Count; row++)
        {
            ReadOnlySpan<double> values = trace.Row(row);
            for (int column = 0; column < values.Length; column++)
            {
                if (column > 0)
                {
                    buffer[filled++] = (byte)',';
                }

                filled += trace.Columns[column].Labels is null
                    ? Number(values[column], column == 0 ? "0.###" : "G7", buffer.AsSpan(filled))
                    : Label(values[column], labels[column], buffer.AsSpan(filled));
                if (filled >= BufferSize)
                {
                    stream.Write(buffer, 0, filled);
                    filled = 0;
                }
            }

            buffer[filled++] = (byte)'\r';
            buffer[filled++] = (byte)'\n';
        }

        stream.Write(buffer, 0, filled);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static int Number(double value, string format, Span<byte> target)
    {
        if (!double.IsFinite(value))
        {
            return 0;
        }

        value += 0.0;   // no minus before a zero
        if (value.TryFormat(target, out int length, format, CultureInfo.InvariantCulture))
        {
            return length;
        }

        throw new InvalidOperationException($"a number of more than {target.Length} digits");
    }

    private static int Label(double value, byte[][] texts, Span<byte> target)
    {
        if (!(value >= 0 && value < texts.Length))
        {
            return 0;
        }

        byte[] text = texts[(int)value];
        text.CopyTo(target);
        return text.Length;
    }

    private static byte[] Field(string text) => Encoding.UTF8.GetBytes(Quoted(text));

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
