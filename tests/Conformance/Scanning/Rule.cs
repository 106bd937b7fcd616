using System;
using System.Collections.Generic;
using Bms.Conformance.Tests.Compiling;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>A row of the table of what the device's runtime cannot do, or does otherwise, or pays for with garbage.</summary>
/// <param name="Id">Stable number.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Reason">What would happen on the device.</param>
/// <param name="Roles">The parts of the firmware it is for.</param>
/// <param name="Check">Finds the places that break it.</param>
internal sealed record Rule(string Id, string Name, string Reason, Role Roles, Func<Build, FirmwareImage, IEnumerable<Spot>> Check)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}";
}
