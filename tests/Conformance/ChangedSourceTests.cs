using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Xunit;

namespace Bms.Conformance.Tests;

/// <summary>What a careless change of the firmware would be told, and what goes through.</summary>
public class ChangedSourceTests
{
    private const string Square = "firmware/Core/FixedPoint/SquareRoot.cs";
    private const string Clock = "firmware/Device/Clock.cs";
    private const string Guard = "        if (value <= 0)";

    [Theory]
    [InlineData("public sealed class Pair<T> { public T Left; }", "N101", "generic type Pair`1")]
    [InlineData("public struct Pair { public int Left; }", "N303", "struct Pair")]
    public void A_bad_class_in_a_core_file_is_refused_at_its_line(string text, string id, string what)
    {
        string[] lines = Lines(Firmware.Core, Square);
        Refused(Changed(Firmware.Core, Square, [.. lines, text]), Square, lines.Length + 1, id, what);
    }

    [Theory]
    [InlineData("System.Collections.Generic.List<int> list = null; if (list == null || value <= 0)", "N001", "'Generic' does not exist")]
    [InlineData("if (Math.Sqrt(value) <= 0)", "N001", "'Math' does not exist")]
    [InlineData("System.DateTime time = default; Use(ref time); void Use(ref System.DateTime t) { } if (value <= 0)", "N304", "local variable of type DateTime")]
    [InlineData("if (value / (value - 5) <= 0)", "N109", "may be 0")]
    [InlineData("if (new int[3].Length > value)", "N401", "new Int32[]")]
    public void A_bad_line_in_a_core_file_is_refused_at_its_line(string text, string id, string what)
    {
        string[] lines = Lines(Firmware.Core, Square);
        int line = Array.IndexOf(lines, Guard);
        lines[line] = text;
        Refused(Changed(Firmware.Core, Square, lines), Square, line + 1, id, what);
    }

    [Theory]
    [InlineData("public sealed class Filler { public void Fill(int[] values) { System.Array.Fill(values, 1); } }", "N001", "'Array' does not contain a definition for 'Fill'")]
    [InlineData("public sealed class Caller { public System.Action<int> Call; }", "N001", "'Action' cannot be used with type arguments")]
    [InlineData("public sealed class Reader { public void Read() { System.Console.ReadLine(); } }", "N001", "'Console' does not contain a definition for 'ReadLine'")]
    [InlineData("public sealed class Talker { public void Say() { System.Console.WriteLine(string.Empty); } }", "N504", "System.Console")]
    public void A_bad_class_in_a_device_file_is_refused_at_its_line(string text, string id, string what)
    {
        string[] lines = Lines(Firmware.Device, Clock);
        Refused(Changed(Firmware.Device, Clock, [.. lines, text]), Clock, lines.Length + 1, id, what);
    }

    [Fact]
    public void A_harmless_class_is_not()
    {
        const string Harmless = "public sealed class Pair { private readonly int[] _both = new int[2]; public int Sum() { return _both[0] + _both[1]; } }";
        Assert.Empty(Changed(Firmware.Core, Square, [.. Lines(Firmware.Core, Square), Harmless]));
        Assert.Empty(Changed(Firmware.Device, Clock, [.. Lines(Firmware.Device, Clock), Harmless]));
        Assert.Empty(new FirmwareImage(Firmware.Core.With(new Source("firmware/Core/Pairs/Pair.cs", "namespace Bms.Core.Pairs;\n" + Harmless))).Scan());
    }

    private static string[] Lines(Build build, string path) => build.TextOf(path).TrimEnd().Split('\n');

    private static IReadOnlyList<Finding> Changed(Build build, string path, string[] lines)
        => new FirmwareImage(build.With(new Source(path, string.Join('\n', lines)))).Scan();

    private static void Refused(IReadOnlyList<Finding> findings, string file, int line, string id, string what)
    {
        Assert.Contains(findings, finding => finding.Rule.Id == id && finding.Spot.File == file && finding.Spot.Line == line && finding.Spot.What.Contains(what, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.Equal((file, line), (finding.Spot.File, finding.Spot.Line)));
        Assert.All(findings.Select(finding => finding.ToString()), message => Assert.StartsWith($"{file}:{line}: N", message, StringComparison.Ordinal));
    }
}
