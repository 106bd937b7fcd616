using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Bms.Conformance.Tests.Rules;

/// <summary>What runs every tick, and all it reaches.</summary>
internal static class Periodic
{
    /// <summary>Where the periodic work of the core begins.</summary>
    public static IReadOnlyList<(string Type, string Method)> CoreRoots { get; } = [("Bms.Core.BatteryManager", "Step")];

    /// <summary>Where that of the board begins: what implements the core's interfaces, and the loop.</summary>
    public static IReadOnlyList<(string Type, string Method)> BoardRoots { get; } =
    [
        ("Bms.Core.Sensing.ISensor", "Renew"),
        ("Bms.Core.Pack.IActuator", "Apply"),
        ("Bms.Device.Application", "Loop"),
    ];

    /// <summary>All that a step reaches.</summary>
    public static Reach Core(FirmwareImage image) => image.Calls.From(Roots(image, CoreRoots));

    /// <summary>All that a tick reaches and a step does not, as far as it runs often.</summary>
    public static Reach Board(FirmwareImage image)
        => image.Calls.From(Roots(image, BoardRoots), method => SeldomWork.Rows.Any(row => row.Covers(method))).Except(Core(image));

    /// <summary>The methods of rows, with those that implement them.</summary>
    public static IReadOnlyList<MethodDefinition> Roots(FirmwareImage image, IEnumerable<(string Type, string Method)> rows) =>
    [
        .. from row in rows
           from method in image.Methods.Concat(Referenced(image))
           where method.DeclaringType.FullName == row.Type && method.Name == row.Method
           from root in image.Calls.Implementations(method).Prepend(method)
           select root,
    ];

    // an image of the board alone has its interfaces in the core it was compiled against
    private static IEnumerable<MethodDefinition> Referenced(FirmwareImage image)
        => image.Builds.SelectMany(build => build.References).Except(image.Builds).Distinct().SelectMany(build => build.Module!.GetAllTypes()).SelectMany(type => type.Methods);
}
