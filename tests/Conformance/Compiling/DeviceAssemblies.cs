using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using Bms.Conformance.Tests.Surface;
using Microsoft.CodeAnalysis;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Compiling;

/// <summary>The device's own assemblies, written from their listings when first asked for.</summary>
internal static class DeviceAssemblies
{
    private static readonly ConcurrentDictionary<string, Lazy<(MetadataReference Reference, AssemblyDefinition Definition)>> _written = new(StringComparer.Ordinal);
    private static readonly Resolver _resolver = new();

    /// <summary>An assembly to compile against.</summary>
    public static MetadataReference Reference(string name) => Written(name).Reference;

    /// <summary>The same to look into.</summary>
    public static AssemblyDefinition Definition(string name) => Written(name).Definition;

    private static (MetadataReference Reference, AssemblyDefinition Definition) Written(string name)
        => _written.GetOrAdd(name, added => new Lazy<(MetadataReference, AssemblyDefinition)>(() => Write(added))).Value;

    private static (MetadataReference Reference, AssemblyDefinition Definition) Write(string name)
    {
        if (!ApiListing.All.TryGetValue(name, out ApiListing? listing))
        {
            throw new ArgumentException($"no listing of the assembly {name}", nameof(name));
        }

        ImmutableArray<byte> image = ReferenceAssembly.Write(listing);
        AssemblyDefinition definition = AssemblyDefinition.ReadAssembly(new MemoryStream([.. image]), new ReaderParameters(ReadingMode.Immediate) { AssemblyResolver = _resolver });
        return (MetadataReference.CreateFromImage(image), definition);
    }

    private sealed class Resolver : IAssemblyResolver
    {
        public AssemblyDefinition Resolve(AssemblyNameReference name) => Definition(name.Name);

        public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Definition(name.Name);

        public void Dispose()
        {
        }
    }
}
