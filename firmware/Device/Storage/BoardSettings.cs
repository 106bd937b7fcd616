using Bms.Core.Storage;

namespace Bms.Device.Storage;

/// <summary>The values of the board's settings.</summary>
public sealed class BoardSettings : Settings
{
    /// <summary>All defaults.</summary>
    public BoardSettings()
        : base(BoardSettingTable.Rows())
    {
    }
}
