using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Code compiles against the device's own libraries.</summary>
internal static class SurfaceRule
{
    /// <summary>What the compiler refuses.</summary>
    public static IEnumerable<Spot> Refused(Build build, FirmwareImage image)
        => build.Errors.Select(error => Places.Spot(error.Location, $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}"));
}
