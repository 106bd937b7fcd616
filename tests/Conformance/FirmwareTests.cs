using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Xunit;

namespace Bms.Conformance.Tests;

/// <summary>The firmware of this repository fits the device.</summary>
public class FirmwareTests
{
    [Fact]
    public void Firmware_breaks_no_rule() => AssertNone(Firmware.Release.Scan());

    [Fact]
    public void Firmware_for_the_debugger_breaks_no_rule() => AssertNone(Firmware.Debug.Scan());

    private static void AssertNone(IReadOnlyList<Finding> findings) => Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
}
