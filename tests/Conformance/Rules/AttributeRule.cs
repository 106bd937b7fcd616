using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Attributes say what they say in their constructor's arguments.</summary>
internal static class AttributeRule
{
    // read by the compiler, not by the device
    private const string ForCompiler = "System.AttributeUsageAttribute";

    /// <summary>Attributes with named arguments.</summary>
    public static IEnumerable<Spot> Named(Build build, FirmwareImage image)
        => build.OwnTypes().SelectMany(type => On(type, what => build.Spot(type, what))
            .Concat(type.Fields.SelectMany(field => On(field, what => build.Spot(field, what))))
            .Concat(type.Methods.SelectMany(method => On(method, what => build.Spot(method, what))))
            .Concat(type.Methods.SelectMany(method => method.Parameters.SelectMany(parameter => On(parameter, what => build.Spot(method, what)))))
            .Concat(type.Properties.SelectMany(property => On(property, what => build.Spot(property.GetMethod ?? property.SetMethod, what)))));

    private static IEnumerable<Spot> On(ICustomAttributeProvider marked, System.Func<string, Spot> at)
        => marked.CustomAttributes.Where(a => (a.HasFields || a.HasProperties) && a.AttributeType.FullName != ForCompiler)
            .Select(a => at($"{a.AttributeType.Name} with {a.Fields.Concat(a.Properties).First().Name}"));
}
