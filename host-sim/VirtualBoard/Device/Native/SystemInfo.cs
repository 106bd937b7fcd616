using System;
using Bms.VirtualBoard;

namespace nanoFramework.Runtime.Native;

/// <summary>What the firmware runs on.</summary>
public static class SystemInfo
{
    /// <summary>Version of the runtime.</summary>
    public static Version Version => new(1, 17, 11, 0);

    /// <summary>Who built the runtime.</summary>
    public static string OEMString => "BmsFirmware virtual board";

    /// <summary>Name of the runtime's build, such as ESP32_REV3 or ESP32_S3.</summary>
    public static string TargetName => Machine.Current.Wiring.TargetName;

    /// <summary>The processor family.</summary>
    public static string Platform => Machine.Current.Wiring.Platform;
}
