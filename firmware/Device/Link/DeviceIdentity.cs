using Bms.Core.Cells;

namespace Bms.Device.Link;

/// <summary>What the device is; does not change while it runs.</summary>
public sealed class DeviceIdentity
{
    /// <summary>Name of the product.</summary>
    public readonly string Product;

    /// <summary>Version of the firmware.</summary>
    public readonly string Version;

    /// <summary>Name of the board.</summary>
    public readonly string Board;

    /// <summary>Checksum of the profile in use.</summary>
    public readonly int ProfileChecksum;

    /// <summary>What the firmware runs as: 1 demo, 2 board, 3 hardware in the loop.</summary>
    public readonly int Mode;

    /// <summary>Cells in series.</summary>
    public readonly int Cells;

    /// <summary>Clamps.</summary>
    public readonly int Clamps;

    /// <summary>Temperature sensors on cells.</summary>
    public readonly int Sensors;

    /// <summary>Makes an identity.</summary>
    /// <param name="product">ASCII; on the line it is cut after 32 characters, as are the other two texts.</param>
    /// <param name="version">ASCII.</param>
    /// <param name="board">ASCII.</param>
    /// <param name="profileChecksum">Checksum of the profile in use.</param>
    /// <param name="mode">1 demo, 2 board, 3 hardware in the loop.</param>
    /// <param name="pack">The pack.</param>
    public DeviceIdentity(string product, string version, string board, int profileChecksum, int mode, PackProfile pack)
    {
        Product = product;
        Version = version;
        Board = board;
        ProfileChecksum = profileChecksum;
        Mode = mode;
        Cells = pack.CellCount;
        Clamps = pack.ClampCount;
        Sensors = pack.SensorCount;
    }
}
