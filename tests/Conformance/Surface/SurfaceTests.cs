using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Bms.Conformance.Tests.Surface;

/// <summary>The assemblies that firmware is compiled against offer what the listings say, and nothing else.</summary>
public class SurfaceTests
{
    /// <summary>Names of the listings.</summary>
    public static TheoryData<string> Listings { get; } = [.. ApiListing.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Listings))]
    public void An_assembly_offers_its_listing_to_the_letter(string name)
    {
        string file = Repository.At($"tests/Conformance/Listings/{name}.txt");
        CSharpCompilation compilation = CSharpCompilation.Create("Reader", references: References());
        IAssemblySymbol assembly = compilation.SourceModule.ReferencedAssemblySymbols.Single(a => a.Name == name);

        IEnumerable<string> listed = File.ReadLines(file).Skip(2).Where(line => !line.Contains('`', StringComparison.Ordinal)).Select(Bare);
        Assert.Equal(listed.Order(StringComparer.Ordinal), SurfaceText.Of(assembly).Order(StringComparer.Ordinal));
        Assert.Equal(ApiListing.All[name].Version, assembly.Identity.Version);
    }

    [Fact]
    public void Generic_delegates_are_left_out()
    {
        Assert.Equal(6, ApiListing.All["mscorlib"].Types.Count(type => type.IsGeneric));
        CSharpCompilation compilation = CSharpCompilation.Create("Reader", references: References());
        Assert.Null(compilation.GetTypeByMetadataName("System.Action`1"));
        Assert.NotNull(compilation.GetTypeByMetadataName("System.Action"));
    }

    [Theory]
    [InlineData("public int A.B.Value()", "Demo.txt:4: no semicolon at its end: public int A.B.Value()")]
    [InlineData("public int A.C.Value();", "Demo.txt:4: not a member of A.B: public int A.C.Value();")]
    public void A_line_of_another_form_is_refused_by_its_number(string line, string message)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => ApiListing.Read("Demo.txt", ["# assembly Demo 1.0.0.0 native", "# refs: ", "public class A.B", "    " + line]));
        Assert.Equal(message, refusal.Message);
    }

    private static IEnumerable<MetadataReference> References()
        => ApiListing.All.Values.Select(listing => MetadataReference.CreateFromImage(ReferenceAssembly.Write(listing)));

    // what runs natively makes no difference to a caller; the attributes have no form of their own in a symbol
    private static string Bare(string line) => Regex.Replace(line, @"  (//native|\[.*\])", string.Empty).TrimEnd().Replace("delegate", "sealed delegate", StringComparison.Ordinal);
}
