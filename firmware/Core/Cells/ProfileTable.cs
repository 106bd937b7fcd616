using Bms.Core.Storage;

namespace Bms.Core.Cells;

/// <summary>The profile table: every field of a cell profile image, as rows with stable numbers.</summary>
/// <remarks>"/C" means at a current of 1C. Wide values take two words, high word first.</remarks>
public static class ProfileTable
{
    /// <summary>Columns of <see cref="Ranges"/>, of which the first is the number of the field.</summary>
    public const int Columns = 6;

    /// <summary>Column of the fewest values.</summary>
    public const int Fewest = 1;

    /// <summary>Column of the most values.</summary>
    public const int Most = 2;

    /// <summary>Column of the lowest value allowed.</summary>
    public const int Lowest = 3;

    /// <summary>Column of the highest value allowed.</summary>
    public const int Highest = 4;

    /// <summary>Column of the trend, see <see cref="ProfileRow.Trend"/>.</summary>
    public const int Trend = 5;

    // name and unit of every row
    private const string Texts =
        "1C current|µA|" +
        "charge between empty and full|µA ms, two words|" +
        "charge of all lithium sites|µA ms, two words|" +
        "stoichiometry when full|2^-30|" +
        "stoichiometry when empty|2^-30|" +
        "reference temperature|mK|" +
        "share of sites per volume|2^-30|" +
        "conductance between volumes|2^-16|" +
        "flux share of the first volume|2^-30|" +
        "distance factor to the surface|2^-30|" +
        "diffusivity over length squared|2^-33 1/s|" +
        "temperature factor of diffusion|2^-20|" +
        "surface shift over the horizon|2^-30 /C|" +
        "temperature factor of the shift|2^-16|" +
        "nodes of stoichiometry|2^-30|" +
        "open-circuit potential|µV|" +
        "entropic coefficient|2^-20 µV/mK|" +
        "kinetic shape|2^-16|" +
        "first node of each part|-|" +
        "drive of the positive interface|2^-16 /C|" +
        "drive of the lithium interface|2^-16 /C|" +
        "ohmic drop|2^-8 µV/C|" +
        "contact drop, reference pressure|2^-8 µV/C|" +
        "contact factor, first loading|2^-16|" +
        "contact factor, unloading|2^-16|" +
        "highest contact factor|2^-16|" +
        "formation pressure|Pa|" +
        "stripping limit over pressure|2^-24 C|" +
        "its temperature factor|2^-16|" +
        "ceiling of the stripping limit|2^-24 C|" +
        "plating limit over pressure|2^-24 C|" +
        "its temperature factor|2^-16|" +
        "ceiling of the plating limit|2^-24 C|" +
        "spread of the critical currents|ppm|" +
        "decay of the plating limit|2^-44 C/µV|" +
        "contact loss beyond stripping|2^-30 /s/C|" +
        "contact healing over pressure|2^-36 1/s|" +
        "temperature factor of creep|2^-16|" +
        "lowest contact factor|2^-30|" +
        "contact factor when new|2^-30|" +
        "filament growth beyond plating|2^-30 /s/C|" +
        "mechanical filament growth|2^-40 1/s|" +
        "filament healing|2^-40 1/s|" +
        "rate of full mechanical growth|2^-24 C|" +
        "its temperature factor|2^-16|" +
        "heat capacity of the core|µJ/K|" +
        "heat capacity of the surface|µJ/K|" +
        "conductance core to surface|µW/K|" +
        "conductance surface to ambient|µW/K|" +
        "heater power a cell|µW|" +
        "swelling pressure|Pa|" +
        "thermal pressure|2^-8 Pa/K|" +
        "lowest working voltage|µV|" +
        "highest working voltage|µV|" +
        "lowest voltage before a fault|µV|" +
        "highest voltage before a fault|µV|" +
        "lowest core temperature|mK|" +
        "highest core temperature|mK|" +
        "lower end of duty temperature|mK|" +
        "upper end of duty temperature|mK|" +
        "pressure that reduces current|Pa|" +
        "pressure that stops current|Pa|" +
        "pressure that reduces current|Pa|" +
        "pressure that stops current|Pa|" +
        "rated discharge|2^-24 C|" +
        "rated charge|2^-24 C|" +
        "rated current of the fuse|µA|" +
        "leakage inside the cell|2^-40 S|" +
        "melting integral of the fuse|C² ms|" +
        "interphase growth|2^-16 log2(2^-20 µV²/ms)|" +
        "activation of that growth|2^-8 K|" +
        "voltage factor of that growth|2^-16 /V|" +
        "current factor of that growth|2^-16 /C|" +
        "activation of its conduction|2^-8 K|" +
        "calendar fade|2^-16 log2(2^-60 /ms)|" +
        "activation of that fade|2^-8 K|" +
        "voltage factor of that fade|2^-16 /V|" +
        "cycle fade|2^-60 /ms/C|" +
        "extra fade at deep charge|2^-16|" +
        "stoichiometry of lattice strain|2^-30|" +
        "extra fade at high rate|2^-16 /C|" +
        "reliable stripping factor|2^-16|" +
        "reliable stripping ceiling|2^-24 C|" +
        "reliable plating factor|2^-16|" +
        "reliable plating ceiling|2^-24 C";

    /// <summary>What an image is checked against: row after row, in the order of their numbers. Makes a new array: for start-up.</summary>
    public static int[] Ranges()
    {
        const int T = Grid.TemperatureNodes;
        const int F = Grid.FineTemperatureNodes;
        const int P = Grid.PressureNodes;
        const int X = Grid.StoichiometryNodes;
        const int V = Grid.Volumes;
        const int I = Grid.IndexParts;
        const int All = int.MaxValue;
        const int One_Q30 = 1 << 30;
        return new int[]
        {
            // number                               fewest   most        lowest     highest  trend
            ProfileField.OneC,                          1,     1,          100, 1000000000,     0,
            ProfileField.WindowCharge,                  2,     2, int.MinValue,        All,     0,
            ProfileField.SiteCharge,                    2,     2, int.MinValue,        All,     0,
            ProfileField.StoichiometryFull,             1,     1,            0,    One_Q30,     0,
            ProfileField.StoichiometryEmpty,            1,     1,            0,    One_Q30,     0,
            ProfileField.ReferenceTemperature,          1,     1,       253150,     353150,     0,
            ProfileField.VolumeFraction,                V,     V,      1 << 20,    One_Q30,     0,
            ProfileField.FaceConductance,           V - 1, V - 1,            1,    1 << 28,     0,
            ProfileField.InnerFluxShare,                1,     1,            0,    One_Q30,     0,
            ProfileField.SurfaceDistance,               1,     1,            0,    One_Q30,     0,
            ProfileField.Diffusivity,                   X,     X,            1,        All,     0,
            ProfileField.DiffusionTemperature,          F,     F,            1,    1 << 30,     0,
            ProfileField.HorizonResponse,               X,     X,            0,    One_Q30,     0,
            ProfileField.HorizonTemperature,            T,     T,            1,    1 << 26,     0,
            ProfileField.Stoichiometry,                 8,   192,            0,    One_Q30,     1,
            ProfileField.OpenCircuit,                   8,   192,     -1000000,    6000000,    -1,
            ProfileField.Entropic,                      8,   192,         -All,        All,     0,
            ProfileField.KineticShape,                  8,   192,      1 << 16,    1 << 24,     0,
            ProfileField.StoichiometryIndex,            I,     I,            0,        191,     0,
            ProfileField.PositiveDrive,                 F,     F,            1,        All,     0,
            ProfileField.NegativeDrive,                 F,     F,            1,        All,     0,
            ProfileField.OhmicDrop,                     F,     F,            1,        All,     0,
            ProfileField.ContactDrop,                   F,     F,            0,        All,     0,
            ProfileField.ContactLoading,                P,     P,            0,        All,     0,
            ProfileField.ContactUnloading,              P,     P,            1,        All,     0,
            ProfileField.ContactCap,                    1,     1,            0,        All,     0,
            ProfileField.FormationPressure,             1,     1,            0,   33000000,     0,
            ProfileField.StrippingPressure,             P,     P,            0,        All,     0,
            ProfileField.StrippingTemperature,          T,     T,            1,        All,     0,
            ProfileField.StrippingCeiling,              1,     1,            0,        All,     0,
            ProfileField.PlatingPressure,               P,     P,            0,        All,     0,
            ProfileField.PlatingTemperature,            T,     T,            1,        All,     0,
            ProfileField.PlatingCeiling,                1,     1,            0,        All,     0,
            ProfileField.CriticalCurrentSpread,         1,     1,            0,    1000000,     0,
            ProfileField.PlatingDecay,                  1,     1,            0,        All,     0,
            ProfileField.ContactLoss,                   1,     1,            0,        All,     0,
            ProfileField.ContactHealing,                P,     P,            0,        All,     0,
            ProfileField.CreepTemperature,              T,     T,            1,        All,     0,
            ProfileField.ContactMinimum,                1,     1,      1 << 22,    One_Q30,     0,
            ProfileField.ContactInitial,                1,     1,      1 << 22,    One_Q30,     0,
            ProfileField.FilamentGrowth,                1,     1,            0,        All,     0,
            ProfileField.FilamentMechanical,            P,     P,            0,        All,     0,
            ProfileField.FilamentHealing,               T,     T,            0,        All,     0,
            ProfileField.FilamentFullRate,              1,     1,            1,        All,     0,
            ProfileField.FilamentTemperature,           T,     T,            1,        All,     0,
            ProfileField.CoreCapacity,                  1,     1,          100,        All,     0,
            ProfileField.SurfaceCapacity,               1,     1,          100,        All,     0,
            ProfileField.CoreToSurface,                 1,     1,            1,  200000000,     0,
            ProfileField.SurfaceToAmbient,              1,     1,            0,  200000000,     0,
            ProfileField.HeaterPower,                   1,     1,            0,  500000000,     0,
            ProfileField.SwellPressure,                 X,     X,   -100000000,  100000000,     0,
            ProfileField.ThermalPressure,               1,     1,   -100000000,  100000000,     0,
            ProfileField.VoltageMinimum,                1,     1,       500000,    5500000,     0,
            ProfileField.VoltageMaximum,                1,     1,       500000,    5500000,     0,
            ProfileField.VoltageMinimumHard,            1,     1,            0,    5500000,     0,
            ProfileField.VoltageMaximumHard,            1,     1,       500000,    5900000,     0,
            ProfileField.TemperatureMinimum,            1,     1,       233152,     373150,     0,
            ProfileField.TemperatureMaximum,            1,     1,       253150,     373150,     0,
            ProfileField.DutyTemperatureMinimum,        1,     1,       233152,     373150,     0,
            ProfileField.DutyTemperatureMaximum,        1,     1,       233152,     373150,     0,
            ProfileField.PressureMinimum,               1,     1,            0,  100000000,     0,
            ProfileField.PressureMinimumHard,           1,     1,            0,  100000000,     0,
            ProfileField.PressureMaximum,               T,     T,            0, 1000000000,     0,
            ProfileField.PressureMaximumHard,           1,     1,            0, 1000000000,     0,
            ProfileField.DischargeRateMaximum,          1,     1,            1,        All,     0,
            ProfileField.ChargeRateMaximum,             1,     1,            1,        All,     0,
            ProfileField.FuseRatedCurrent,              1,     1,          100,        All,     0,
            ProfileField.Leakage,                       1,     1,            0,        All,     0,
            ProfileField.FuseMelting,                   1,     1,            1,        All,     0,
            ProfileField.InterphaseGrowth,              1,     1,         -All,        All,     0,
            ProfileField.InterphaseActivation,          1,     1,            0,        All,     0,
            ProfileField.InterphaseVoltage,             1,     1,   -(1 << 24),    1 << 24,     0,
            ProfileField.InterphaseCurrent,             1,     1,            0,    1 << 18,     0,
            ProfileField.InterphaseConduction,          1,     1,            0,        All,     0,
            ProfileField.CalendarFade,                  1,     1,         -All,        All,     0,
            ProfileField.CalendarActivation,            1,     1,            0,        All,     0,
            ProfileField.CalendarVoltage,               1,     1,   -(1 << 24),    1 << 24,     0,
            ProfileField.CycleFade,                     1,     1,            0,    1 << 28,     0,
            ProfileField.CycleDepth,                    1,     1,            0,    1 << 22,     0,
            ProfileField.CycleStrain,                   1,     1,            0,    One_Q30,     0,
            ProfileField.CycleRate,                     1,     1,            0,    1 << 20,     0,
            ProfileField.StrippingReliance,             T,     T,            1,        All,     0,
            ProfileField.StrippingReliableCeiling,      1,     1,            0,        All,     0,
            ProfileField.PlatingReliance,               T,     T,            1,        All,     0,
            ProfileField.PlatingReliableCeiling,        1,     1,            0,        All,     0,
        };
    }

    /// <summary>All rows in the order of their numbers. Makes a new array: for hosts and tests.</summary>
    public static ProfileRow[] Rows()
    {
        int[] ranges = Ranges();
        string[] texts = RowTexts.Split(Texts);
        ProfileRow[] rows = new ProfileRow[ranges.Length / Columns];
        for (int k = 0; k < rows.Length; k++)
        {
            int at = k * Columns;
            rows[k] = new ProfileRow(
                ranges[at], texts[2 * k], texts[(2 * k) + 1], ranges[at + Fewest], ranges[at + Most], ranges[at + Lowest], ranges[at + Highest], ranges[at + Trend]);
        }

        return rows;
    }

    /// <summary>Why an image may be refused, in words, by the number of the <see cref="ProfileError"/>. Makes a new array, as <see cref="Rows"/>.</summary>
    public static string[] Reasons()
    {
        return new string[]
        {
            "sound",
            "its length word differs from its length",
            "not a profile image",
            "a version this loader does not know",
            "its checksum does not fit its content",
            "a field stands twice, is unknown or runs past the end",
            "a field is missing or has a wrong number of values",
            "a value is out of range",
            "fields contradict each other",
            "too short for an image",
            "a table turns back",
        };
    }
}
