using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Link;

/// <summary>A message with a value for each field of its row.</summary>
public sealed class LinkMessage : IEquatable<LinkMessage>
{
    private readonly object[] _values;

    /// <summary>A message.</summary>
    /// <param name="row">Its row of the table.</param>
    /// <param name="values">A value for each field, in their order: a whole number, a text, or a list of <see cref="ReadingRun"/>.</param>
    /// <exception cref="ArgumentException">Not as many values as the row has fields, or one that does not fit its field.</exception>
    public LinkMessage(LinkMessageRow row, params IReadOnlyList<object> values)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != row.Fields.Count)
        {
            throw new ArgumentException($"message '{row.Name}' has {row.Fields.Count} fields, not {values.Count}", nameof(values));
        }

        Row = row;
        _values = [.. row.Fields.Zip(values, Fitting)];
    }

    /// <summary>Its row of the table.</summary>
    public LinkMessageRow Row { get; }

    /// <summary>Its readings; none for a message that carries none.</summary>
    public IReadOnlyList<ReadingRun> Runs => _values.OfType<IReadOnlyList<ReadingRun>>().FirstOrDefault() ?? [];

    /// <summary>A message of the table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">As for the constructor.</param>
    /// <exception cref="ArgumentException">As for the constructor, or there is no such message.</exception>
    public static LinkMessage Of(string name, params IReadOnlyList<object> values) => new(LinkMessageTable.Named(name), values);

    /// <summary>The number in a field; one of 64 bits as its two's complement.</summary>
    /// <exception cref="ArgumentException">No such field, or it holds no number.</exception>
    public long Number(string field) => this[field] is long number ? number : throw new ArgumentException($"field '{field}' of message '{Row.Name}' holds no number", nameof(field));

    /// <summary>The text in a field.</summary>
    /// <exception cref="ArgumentException">No such field, or it holds no text.</exception>
    public string Text(string field) => this[field] as string ?? throw new ArgumentException($"field '{field}' of message '{Row.Name}' holds no text", nameof(field));

    /// <summary>The value of a field: long, string or a list of <see cref="ReadingRun"/>.</summary>
    /// <exception cref="ArgumentException">No such field.</exception>
    public object this[string field] => Row.IndexOf(field) is int index and >= 0
        ? _values[index]
        : throw new ArgumentException($"message '{Row.Name}' has no field '{field}'; it has: {string.Join(", ", Row.Fields.Select(known => known.Name))}", nameof(field));

    /// <inheritdoc/>
    public bool Equals(LinkMessage? other) => other is not null && Row == other.Row && _values.Zip(other._values, Same).All(same => same);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LinkMessage);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Row.Number, _values[0] as long?);

    /// <inheritdoc/>
    public override string ToString() => $"{Row.Name}: {string.Join(", ", Row.Fields.Zip(_values, Shown))}";

    internal object ValueAt(int index) => _values[index];

    private static bool Same(object one, object other) =>
        one is IReadOnlyList<ReadingRun> runs ? other is IReadOnlyList<ReadingRun> others && runs.SequenceEqual(others) : one.Equals(other);

    private static object Fitting(LinkField field, object value) => (field.Type, value) switch
    {
        (FieldType.Text, string text) when text.Length <= byte.MaxValue && text.All(char.IsAscii) => text,
        (FieldType.Runs, IReadOnlyList<ReadingRun> runs) => runs,
        (FieldType.U64, ulong number) => unchecked((long)number),
        (FieldType.U64, int or uint or long) => Whole(value),
        (FieldType.U8, byte or int or uint or long) when Whole(value) is >= 0 and <= byte.MaxValue => Whole(value),
        (FieldType.U32, byte or int or uint or long) when Whole(value) is >= 0 and <= uint.MaxValue => Whole(value),
        (FieldType.I32, byte or int or uint or long) when Whole(value) is >= int.MinValue and <= int.MaxValue => Whole(value),
        _ => throw new ArgumentException($"'{value}' does not fit field '{field.Name}' ({field.Type})", nameof(value)),
    };

    private static long Whole(object value) => Convert.ToInt64(value, null);

    private static string Shown(LinkField field, object value) => value switch
    {
        string text => $"{field.Name} '{text}'",
        long number when field.Type == FieldType.U64 => $"{field.Name} {number:x16}",
        long number => $"{field.Name} {number} {field.Unit}".TrimEnd(),
        _ => $"{field.Name} {string.Join("; ", (IReadOnlyList<ReadingRun>)value)}",
    };
}
