using System;

namespace Bms.Conformance.Tests.Compiling;

/// <summary>What an assembly is in the firmware: not every rule is for every part.</summary>
[Flags]
internal enum Role
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Decides: integers only, no input or output.</summary>
    Core = 1,

    /// <summary>Knows the board.</summary>
    Device = 2,

    /// <summary>Unit tests that run on the device.</summary>
    Tests = 4,

    /// <summary>All that is flashed as the product.</summary>
    Firmware = Core | Device,

    /// <summary>All that the device's runtime loads.</summary>
    All = Firmware | Tests,
}
