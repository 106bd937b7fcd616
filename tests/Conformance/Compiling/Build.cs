using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Compiling;

/// <summary>One assembly of the firmware, compiled as for the device.</summary>
internal sealed class Build
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = [];

    private Build(CSharpCompilation compilation, Role role, bool isRelease, IReadOnlyList<Build> references)
    {
        Compilation = compilation;
        Role = role;
        IsRelease = isRelease;
        References = references;

        using MemoryStream image = new();
        using MemoryStream symbols = new();
        EmitResult result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        if (result.Success)
        {
            Image = image.ToArray();
            Module = ModuleDefinition.ReadModule(new MemoryStream(Image), new ReaderParameters(ReadingMode.Immediate)
            {
                AssemblyResolver = new Resolver(references),
                ReadSymbols = true,
                SymbolReaderProvider = new PortablePdbReaderProvider(),
                SymbolStream = new MemoryStream(symbols.ToArray()),
            });
        }
    }

    /// <summary>What the compiler knows of the sources.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>What the assembly is.</summary>
    public Role Role { get; }

    /// <summary>Whether it is optimised and without the debug symbol.</summary>
    public bool IsRelease { get; }

    /// <summary>Other assemblies of the firmware that it refers to.</summary>
    public IReadOnlyList<Build> References { get; }

    /// <summary>What keeps it from compiling.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; }

    /// <summary>The assembly's file; empty if there are errors.</summary>
    public byte[] Image { get; } = [];

    /// <summary>The compiled code; null if there are errors.</summary>
    public ModuleDefinition? Module { get; }

    /// <summary>Compiles sources as the device's build tools would.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="role">What it is.</param>
    /// <param name="sources">Its files.</param>
    /// <param name="libraries">Names of the device's assemblies it refers to.</param>
    /// <param name="references">Other assemblies of the firmware it refers to.</param>
    /// <param name="languageVersion">As the project file writes it.</param>
    /// <param name="isProgram">Whether it has an entry point.</param>
    /// <param name="isRelease">Optimised, or for the debugger.</param>
    public static Build Compile(string name, Role role, IEnumerable<Source> sources, IEnumerable<string> libraries, IReadOnlyList<Build> references, string languageVersion, bool isProgram = false, bool isRelease = true)
    {
        if (!LanguageVersionFacts.TryParse(languageVersion, out LanguageVersion language))
        {
            throw new ArgumentException($"unknown language version {languageVersion}", nameof(languageVersion));
        }

        CSharpParseOptions parsing = new(language, DocumentationMode.None, preprocessorSymbols: isRelease ? ["NANOFRAMEWORK_1_0", "TRACE"] : ["NANOFRAMEWORK_1_0", "TRACE", "DEBUG"]);
        CSharpCompilationOptions options = new(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: isRelease ? OptimizationLevel.Release : OptimizationLevel.Debug,
            allowUnsafe: true,   // pointers are found by their own rule, which says why
            deterministic: true,
            concurrentBuild: true);
        IEnumerable<MetadataReference> metadata = libraries.Select(DeviceAssemblies.Reference).Concat(references.Select(r => r.Reference()));
        CSharpCompilation compilation = CSharpCompilation.Create(name, sources.Select(source => Parse(source, parsing)), metadata, options);
        return new Build(compilation, role, isRelease, references);
    }

    /// <summary>What the names in a source mean.</summary>
    public SemanticModel Meaning(SyntaxTree tree) => _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));

    /// <summary>The same with one more or one changed source.</summary>
    public Build With(Source source)
    {
        SyntaxTree? old = Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == source.Path);
        SyntaxTree changed = Parse(source, (CSharpParseOptions)Compilation.SyntaxTrees[0].Options);
        return new Build(old == null ? Compilation.AddSyntaxTrees(changed) : Compilation.ReplaceSyntaxTree(old, changed), Role, IsRelease, References);
    }

    /// <summary>Text of one of the sources.</summary>
    public string TextOf(string path) => Compilation.SyntaxTrees.Single(tree => tree.FilePath == path).GetText().ToString();

    private static SyntaxTree Parse(Source source, CSharpParseOptions options) => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), options, source.Path);

    private PortableExecutableReference Reference() => Errors.Count == 0 ? MetadataReference.CreateFromImage(Image) : throw new InvalidOperationException($"{Compilation.AssemblyName} does not compile: {Errors[0]}");

    private sealed class Resolver(IReadOnlyList<Build> references) : IAssemblyResolver
    {
        public AssemblyDefinition Resolve(AssemblyNameReference name)
            => references.FirstOrDefault(build => build.Compilation.AssemblyName == name.Name)?.Module!.Assembly ?? DeviceAssemblies.Definition(name.Name);

        public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

        public void Dispose()
        {
        }
    }
}
