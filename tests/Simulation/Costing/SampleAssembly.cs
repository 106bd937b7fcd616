using System;
using System.IO;
using System.Linq;
using Bms.Simulation.Tests.Costing.Samples;
using Mono.Cecil;

namespace Bms.Simulation.Tests.Costing;

/// <summary>The samples of this test assembly by themselves, as the compiler made them.</summary>
internal static class SampleAssembly
{
    public static MemoryStream Open()
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(typeof(Constructs).Assembly.Location);
        foreach (TypeDefinition type in module.Types.Where(type => type.Namespace != typeof(Constructs).Namespace && type.Name != "<Module>").ToList())
        {
            module.Types.Remove(type);
        }

        module.EntryPoint = null;
        module.CustomAttributes.Clear();
        module.Assembly.CustomAttributes.Clear();
        MemoryStream stream = new();
        module.Write(stream);
        stream.Position = 0;
        return stream;
    }
}
