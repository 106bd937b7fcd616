using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace Bms.Simulation.Costing;

/// <summary>Where woven assemblies live. Whatever refers to one of them is loaded here as well, as it is; all else is shared.</summary>
internal sealed class WovenContext(WovenImage image) : AssemblyLoadContext("device cost", isCollectible: true)
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (image.Assemblies.GetValueOrDefault(assemblyName.Name!) is byte[] woven)
        {
            using MemoryStream stream = new(woven);
            return LoadFromStream(stream);
        }

        Assembly shared = Default.LoadFromAssemblyName(assemblyName);
        return shared.GetReferencedAssemblies().Any(reference => image.Assemblies.ContainsKey(reference.Name!)) ? LoadFromAssemblyPath(shared.Location) : null;
    }
}
