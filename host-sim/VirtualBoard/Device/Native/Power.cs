using Bms.VirtualBoard;

namespace nanoFramework.Runtime.Native;

/// <summary>Starting again.</summary>
public class Power
{
    /// <summary>Starts the microcontroller again: the call does not return.</summary>
    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot) => Machine.Current.Reboot(rebootOption);
}
