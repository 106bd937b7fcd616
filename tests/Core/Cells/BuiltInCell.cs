using System.Collections.Concurrent;
using System.Linq;
using Bms.Core.Cells;
using Bms.Plant.Mechanisms;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>The built-in cells as the firmware takes them, each read once.</summary>
internal static class BuiltInCell
{
    public const string Pouch = "pouch-lpscl-nmc";

    public const string Pellet = "pellet-llzo-nmc";

    public const string Film = "thin-film-lipon-lco";

    private static readonly ConcurrentDictionary<string, CellParameters> _parameters = new();
    private static readonly ConcurrentDictionary<string, byte[]> _images = new();
    private static readonly ConcurrentDictionary<string, byte[]> _settledImages = new();
    private static readonly ConcurrentDictionary<string, byte[]> _measuredImages = new();

    public static TheoryData<string> All => [.. ProfileLibrary.Names];

    public static CellParameters Parameters(string name) => _parameters.GetOrAdd(name, ProfileLibrary.Load);

    /// <summary>A cell whose voltage answers a current at once, the same at every depth, by one reaction, without diffuse layers: what
    /// the firmware's model is the twin of.</summary>
    public static CellParameters Settled(this CellParameters parameters) =>
        new[] { "double-layers", "transmission-line", "ion-pairs", "frumkin", "stability-window" }.Aggregate(parameters, (cell, key) => MechanismTable.Find(key)!.Without(cell));

    /// <summary>A copy of the image: tests may damage it.</summary>
    public static byte[] Image(string name) => (byte[])_images.GetOrAdd(name, n => FirmwareImage.Build(Parameters(n))).Clone();

    /// <summary>The firmware's twin of the settled cell.</summary>
    public static CellProfile SettledProfile(string name) =>
        new(ProfileImage.Read((byte[])_settledImages.GetOrAdd(name, n => FirmwareImage.Build(Parameters(n).Settled())).Clone()));

    /// <summary>A cell whose critical currents are known for certain.</summary>
    public static CellProfile MeasuredProfile(string name) =>
        new(ProfileImage.Read((byte[])_measuredImages.GetOrAdd(name, n => FirmwareImage.Build(Measured(Parameters(n)))).Clone()));

    public static CellProfile Profile(string name) => new(ProfileImage.Read(Image(name)));

    private static CellParameters Measured(CellParameters cell) => cell with
    {
        Stripping = cell.Stripping with { ActivationDoubt = default, CeilingDoubt = default },
        Plating = cell.Plating with { ActivationDoubt = default, CeilingDoubt = default },
    };
}
