using Bms.Core.Storage;

namespace Bms.Simulation.Running;

/// <summary>The settings of a simulator: those of a device, and the switches of the limiters, which a device does not have.</summary>
internal sealed class TrialSettings : Settings
{
    /// <summary>All defaults: every limiter is on.</summary>
    public TrialSettings()
        : base(Table())
    {
    }

    /// <summary>All rows in the order of their numbers.</summary>
    public static SettingRow[] Table() => [.. SettingTable.Rows(), new SettingRow(Setting.LimitersOff, "limiters off", "bits", 0, int.MaxValue, 0)];
}
