using System.Collections.Generic;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Work that the loop reaches and that may make garbage all the same.</summary>
/// <param name="Type">Full name of its type.</param>
/// <param name="Method">The method with which it begins.</param>
/// <param name="Reason">Why a collection does no harm there.</param>
internal sealed record SeldomWork(string Type, string Method, string Reason)
{
    /// <summary>The table. A row that no tick reaches fails a test.</summary>
    public static IReadOnlyList<SeldomWork> Rows { get; } =
    [
        new("Bms.Device.Reports.LineReport", "Advance", "a line every ten seconds, every second in the demonstration: the console takes nothing but strings"),
        new("Bms.Device.Reports.LineReport", "End", "after the last step"),
        new("Bms.Device.Storage.EventLog", "Flush", "only while every contactor is open"),
        new("Bms.Device.Storage.FileMedium", "Write", "only while every contactor is open: the state keeper and the commands that write both wait for it"),
    ];

    /// <summary>Whether the row is about a method.</summary>
    public bool Covers(MethodDefinition method) => method.DeclaringType.FullName == Type && method.Name == Method;

    /// <inheritdoc/>
    public override string ToString() => $"{Type}.{Method}";
}
