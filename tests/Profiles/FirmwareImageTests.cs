using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Bms.Core.Cells;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>What a parameter file becomes for the firmware.</summary>
public class FirmwareImageTests
{
    private const string Pouch = "pouch-lpscl-nmc";
    private const string UserDefined = "Parameterisation/User-defined/";

    private static readonly ProfileImage _pouch = Image(ProfileLibrary.Default);

    /// <summary>A number of the file, and fields of the image that come from it alone or among others.</summary>
    public static TheoryData<string, int[]> Numbers { get; } = new()
    {
        { "Parameterisation/Electrolyte/Conductivity [S.m-1]", [ProfileField.OhmicDrop] },
        { "Parameterisation/Electrolyte/Conductivity activation energy [J.mol-1]", [ProfileField.OhmicDrop] },
        { "Parameterisation/Separator/Thickness [m]", [ProfileField.OhmicDrop] },
        { "Parameterisation/Positive electrode/OCP [V]/y/60", [ProfileField.OpenCircuit] },
        { "Parameterisation/Positive electrode/Diffusivity [m2.s-1]/y/40", [ProfileField.Diffusivity, ProfileField.HorizonResponse] },
        { "Parameterisation/Positive electrode/Reaction rate constant [mol.m-2.s-1]", [ProfileField.PositiveDrive] },
        { UserDefined + "Negative electrode/Exchange current density [A.m-2]/value", [ProfileField.NegativeDrive] },
        { UserDefined + "Stripping limit/Critical current density [mA.cm-2]/value/y/1", [ProfileField.StrippingPressure] },
        { UserDefined + "Plating limit/Critical current density [mA.cm-2]/value", [ProfileField.PlatingPressure] },
        { UserDefined + "Plating limit/Resistance scale [Ohm.m2]/value", [ProfileField.PlatingDecay] },
        { UserDefined + "Thermal/Heat capacity of the core [J.K-1]/value", [ProfileField.CoreCapacity] },
        { UserDefined + "Limits/Maximum fault voltage [V]/value", [ProfileField.VoltageMaximumHard] },
        { UserDefined + "Spread/Critical current/value", [ProfileField.CriticalCurrentSpread, ProfileField.StrippingReliance, ProfileField.StrippingReliableCeiling, ProfileField.PlatingReliance, ProfileField.PlatingReliableCeiling] },
        { UserDefined + "Cycle fade/Fade per equivalent full cycle/value", [ProfileField.CycleFade] },
    };

    [Theory, MemberData(nameof(Numbers))]
    public void A_changed_number_changes_its_fields_and_the_checksum(string path, int[] fields)
    {
        ProfileImage changed = Nudged(path);

        Assert.Equal(fields, ProfileTable.Rows().Select(row => row.Number).Where(number => !_pouch.Values(number).SequenceEqual(changed.Values(number))));
        Assert.NotEqual(_pouch.Checksum, changed.Checksum);
    }

    [Theory]
    [InlineData(UserDefined + "Spread/Capacity/value")]
    [InlineData(UserDefined + "Spread/Ageing rate/value")]
    [InlineData(UserDefined + "Limits/Maximum true pressure [MPa]/value")]
    [InlineData(UserDefined + "Data sheet/Charge rate [h-1]/value")]
    public void A_number_for_the_plant_and_its_judge_alone_leaves_the_image(string path) => Assert.Equal(_pouch.Checksum, Nudged(path).Checksum);

    [Theory]
    [InlineData("Electrolyte/Conductivity [S.m-1]", "1e-6", "'ohmic drop' at ", "less than 2147483647 2^-8 µV/C")]
    [InlineData("User-defined/Thermal/Heat capacity of the core [J.K-1]", "1e9", "'heat capacity of the core' is too large", "µJ/K")]
    [InlineData("User-defined/Thermal/Heater power [W]", "1000", "a value is out of range (field 64 'heater power a cell', value 0 is 1000000000)", "from 0 to 500000000 µW")]
    [InlineData("User-defined/Limits/Maximum fault voltage [V]", "6", "a value is out of range (field 73 'highest voltage before a fault', value 0 is 6000000)", "from 500000 to 5900000 µV")]
    public void A_number_the_firmware_cannot_hold_is_refused_with_its_field(string term, string raw, string found, string expected)
    {
        string place = term.StartsWith("User-defined", StringComparison.Ordinal) ? $"Parameterisation/{term}" : UserDefined + "Provenance/" + term;
        string value = term.StartsWith("User-defined", StringComparison.Ordinal) ? $"Parameterisation/{term}/value" : $"Parameterisation/{term}";
        using EditedFile file = EditedFile.With(Pouch, (value, raw), (place + "/description/range", "[0, 1e12]"));

        string message = Assert.Throws<BadInputException>(() => FirmwareImage.Build(ProfileLibrary.Load(file.Path))).Message;

        Assert.StartsWith("cell: not for the firmware: ", message);
        Assert.Contains(found, message, StringComparison.Ordinal);
        Assert.Contains(expected, message[message.IndexOf(';')..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_resistance_beyond_the_field_matters_only_in_the_window()
    {
        // the pouch's contact drop ends at 8.4 V below -38 °C, where it must not work; a window that reaches there is refused
        const string Lowest = UserDefined + "Limits/Minimum core temperature [K]";
        using EditedFile file = EditedFile.With(Pouch, (Lowest + "/value", "234"), (Lowest + "/description/range", "[200, 300]"));

        string message = Assert.Throws<BadInputException>(() => FirmwareImage.Build(ProfileLibrary.Load(file.Path))).Message;

        Assert.Contains("'contact drop, reference pressure' at ", message, StringComparison.Ordinal);
    }

    private static ProfileImage Image(string nameOrFile) => ProfileImage.Read(FirmwareImage.Build(ProfileLibrary.Load(nameOrFile)));

    private static ProfileImage Nudged(string path)
    {
        JsonNode node = path.Split('/').Aggregate(EditedFile.Root(Pouch), (inside, key) => inside is JsonArray list ? list[int.Parse(key)]! : inside[key]!);
        double nudged = (double)node * 0.999;
        using EditedFile file = EditedFile.With(Pouch, (path, nudged.ToString("R", CultureInfo.InvariantCulture)));
        return Image(file.Path);
    }
}
