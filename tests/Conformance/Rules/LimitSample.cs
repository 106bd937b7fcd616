using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bms.Conformance.Tests.Compiling;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Sources as large as a limit lets them be, or a little larger.</summary>
internal static class LimitSample
{
    private const string File = "Large.cs";

    /// <summary>Methods of one kind in a class.</summary>
    /// <param name="modifiers">The kind: static, virtual or none.</param>
    /// <param name="count">How many.</param>
    public static Sample Methods(string modifiers, int count) => Class(Numbered(count, k => $"public {modifiers} int M{k}() {{ return {k}; }}"));

    /// <summary>Fields of one kind in a class.</summary>
    /// <param name="modifiers">The kind.</param>
    /// <param name="count">How many.</param>
    public static Sample Fields(string modifiers, int count) => Class(Numbered(count, k => $"public {modifiers} int F{k};"));

    /// <summary>A method with arguments.</summary>
    public static Sample Arguments(int count) => Class([$"public static int Of({string.Join(", ", Numbered(count, k => $"int a{k}"))}) {{ return a0; }}"]);

    /// <summary>A method with local variables.</summary>
    public static Sample Locals(int count)
        => Class(["public static int Of(int seed) {", .. Numbered(count, k => $"int v{k} = seed + {k};"), "int sum = 0;", .. Numbered(count, k => $"sum += v{k} * v{count - 1 - k};"), "return sum; }"]);

    /// <summary>A method that needs room for values on the stack.</summary>
    public static Sample Stack(int count)
        => Class([$"public static int Of(int x) {{ return {string.Concat(Enumerable.Repeat("x - (", count - 1))}x{new string(')', count - 1)}; }}"]);

    /// <summary>Byte code of about so many bytes.</summary>
    public static Sample Code(int bytes)
    {
        // ldarg, ldc, mul, ldc, add, starg: 15 bytes a statement
        string body = string.Concat(Enumerable.Repeat("x = x * 100000 + 200000;\n", 100));
        return Class(Numbered(bytes / 1502, k => $"public static int M{k}(int x) {{ {body} return x; }}"));
    }

    /// <summary>Texts of so many bytes.</summary>
    public static Sample Texts(int bytes) => Class(Numbered(bytes / 1001, k => $"public static string T{k}() {{ return \"{k:D4}{new string('x', 991)}\"; }}"));

    /// <summary>Array data of so many bytes.</summary>
    public static Sample Data(int bytes) => Class([$"private static readonly byte[] s_data = {{ {string.Join(", ", Numbered(bytes, k => (k % 250).ToString()))} }};", "public static int First() { return s_data[0]; }"]);

    private static Sample Class(IEnumerable<string> members)
    {
        StringBuilder text = new("namespace Bms.Core.Samples;\npublic class Large\n{\n");
        return Sample.Of(Role.Core, File, text.AppendJoin('\n', members).Append("\n}\n").ToString());
    }

    private static IEnumerable<string> Numbered(int count, System.Func<int, string> of) => Enumerable.Range(0, count).Select(of);
}
