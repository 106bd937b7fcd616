using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Interfaces name methods and have none.</summary>
internal static class InterfaceRule
{
    /// <summary>Methods of interfaces that have a body.</summary>
    public static IEnumerable<Spot> Bodies(Build build, FirmwareImage image)
        => build.Bodies().Where(method => method.DeclaringType.IsInterface).Select(method => build.Spot(method, $"{method.Short()} has a body"));
}
