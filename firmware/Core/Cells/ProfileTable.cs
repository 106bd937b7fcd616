namespace Bms.Core.Cells;

/// <summary>The profile table: every field of a cell profile image, as rows with stable numbers.</summary>
/// <remarks>"/C" means at a current of 1C. Wide values take two words, high word first.</remarks>
public static class ProfileTable
{
    /// <summary>All rows in the order of their numbers. Makes a new array: for start-up, hosts and tests.</summary>
    public static ProfileRow[] Rows()
    {
        const int T = Grid.TemperatureNodes;
        const int F = Grid.FineTemperatureNodes;
        const int P = Grid.PressureNodes;
        const int X = Grid.StoichiometryNodes;
        const int V = Grid.Volumes;
        const int I = Grid.IndexParts;
        const int All = int.MaxValue;
        const int One_Q30 = 1 << 30;
        return new ProfileRow[]
        {
            //             number                               name                               unit                     fewest most lowest     highest    trend
            new ProfileRow(ProfileField.OneC,                   "1C current",                      "µA",                        1,   1, 100,       1000000000, 0),
            new ProfileRow(ProfileField.WindowCharge,           "charge between empty and full",   "µA ms, two words",          2,   2, int.MinValue, All,     0),
            new ProfileRow(ProfileField.SiteCharge,             "charge of all lithium sites",     "µA ms, two words",          2,   2, int.MinValue, All,     0),
            new ProfileRow(ProfileField.StoichiometryFull,      "stoichiometry when full",         "2^-30",                     1,   1, 0,         One_Q30,    0),
            new ProfileRow(ProfileField.StoichiometryEmpty,     "stoichiometry when empty",        "2^-30",                     1,   1, 0,         One_Q30,    0),
            new ProfileRow(ProfileField.ReferenceTemperature,   "reference temperature",           "mK",                        1,   1, 253150,    353150,     0),
            new ProfileRow(ProfileField.VolumeFraction,         "share of sites per volume",       "2^-30",                     V,   V, 1 << 20,   One_Q30,    0),
            new ProfileRow(ProfileField.FaceConductance,        "conductance between volumes",     "2^-16",                 V - 1, V - 1, 1,     1 << 28,    0),
            new ProfileRow(ProfileField.InnerFluxShare,         "flux share of the first volume",  "2^-30",                     1,   1, 0,         One_Q30,    0),
            new ProfileRow(ProfileField.SurfaceDistance,        "distance factor to the surface",  "2^-30",                     1,   1, 0,         One_Q30,    0),
            new ProfileRow(ProfileField.Diffusivity,            "diffusivity over length squared", "2^-33 1/s",                 X,   X, 1,         All,        0),
            new ProfileRow(ProfileField.DiffusionTemperature,   "temperature factor of diffusion", "2^-20",                     F,   F, 1,         1 << 30,    0),
            new ProfileRow(ProfileField.HorizonResponse,        "surface shift over the horizon",  "2^-30 /C",                  X,   X, 0,         One_Q30,    0),
            new ProfileRow(ProfileField.HorizonTemperature,     "temperature factor of the shift", "2^-16",                     T,   T, 1,         1 << 26,    0),
            new ProfileRow(ProfileField.Stoichiometry,          "nodes of stoichiometry",          "2^-30",                     8, 192, 0,         One_Q30,    1),
            new ProfileRow(ProfileField.OpenCircuit,            "open-circuit potential",          "µV",                        8, 192, -1000000,  6000000,    -1),
            new ProfileRow(ProfileField.Entropic,               "entropic coefficient",            "2^-20 µV/mK",               8, 192, -All,      All,        0),
            new ProfileRow(ProfileField.KineticShape,           "kinetic shape",                   "2^-16",                     8, 192, 1 << 16,   1 << 24,    0),
            new ProfileRow(ProfileField.StoichiometryIndex,     "first node of each part",         "-",                         I,   I, 0,         191,        0),
            new ProfileRow(ProfileField.PositiveDrive,          "drive of the positive interface", "2^-16 /C",                  F,   F, 1,         All,        0),
            new ProfileRow(ProfileField.NegativeDrive,          "drive of the lithium interface",  "2^-16 /C",                  F,   F, 1,         All,        0),
            new ProfileRow(ProfileField.OhmicDrop,              "ohmic drop",                      "2^-8 µV/C",                 F,   F, 1,         All,        0),
            new ProfileRow(ProfileField.ContactDrop,            "contact drop, reference pressure", "2^-8 µV/C",                F,   F, 0,         All,        0),
            new ProfileRow(ProfileField.ContactLoading,         "contact factor, first loading",   "2^-16",                     P,   P, 0,         All,        0),
            new ProfileRow(ProfileField.ContactUnloading,       "contact factor, unloading",       "2^-16",                     P,   P, 1,         All,        0),
            new ProfileRow(ProfileField.ContactCap,             "highest contact factor",          "2^-16",                     1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.FormationPressure,      "formation pressure",              "Pa",                        1,   1, 0,         33000000,   0),
            new ProfileRow(ProfileField.StrippingPressure,      "stripping limit over pressure",   "2^-24 C",                   P,   P, 0,         All,        0),
            new ProfileRow(ProfileField.StrippingTemperature,   "its temperature factor",          "2^-16",                     T,   T, 1,         All,        0),
            new ProfileRow(ProfileField.StrippingCeiling,       "ceiling of the stripping limit",  "2^-24 C",                   1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.PlatingPressure,        "plating limit over pressure",     "2^-24 C",                   P,   P, 0,         All,        0),
            new ProfileRow(ProfileField.PlatingTemperature,     "its temperature factor",          "2^-16",                     T,   T, 1,         All,        0),
            new ProfileRow(ProfileField.PlatingCeiling,         "ceiling of the plating limit",    "2^-24 C",                   1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.CriticalCurrentSpread,  "spread of the critical currents", "ppm",                       1,   1, 0,         1000000,    0),
            new ProfileRow(ProfileField.PlatingDecay,           "decay of the plating limit",      "2^-44 C/µV",                1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.ContactLoss,            "contact loss beyond stripping",   "2^-30 /s/C",                1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.ContactHealing,         "contact healing over pressure",   "2^-36 1/s",                 P,   P, 0,         All,        0),
            new ProfileRow(ProfileField.CreepTemperature,       "temperature factor of creep",     "2^-16",                     T,   T, 1,         All,        0),
            new ProfileRow(ProfileField.ContactMinimum,         "lowest contact factor",           "2^-30",                     1,   1, 1 << 22,   One_Q30,    0),
            new ProfileRow(ProfileField.ContactInitial,         "contact factor when new",         "2^-30",                     1,   1, 1 << 22,   One_Q30,    0),
            new ProfileRow(ProfileField.FilamentGrowth,         "filament growth beyond plating",  "2^-30 /s/C",                1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.FilamentMechanical,     "mechanical filament growth",      "2^-40 1/s",                 P,   P, 0,         All,        0),
            new ProfileRow(ProfileField.FilamentHealing,        "filament healing",                "2^-40 1/s",                 T,   T, 0,         All,        0),
            new ProfileRow(ProfileField.FilamentFullRate,       "rate of full mechanical growth",  "2^-24 C",                   1,   1, 1,         All,        0),
            new ProfileRow(ProfileField.FilamentTemperature,    "its temperature factor",          "2^-16",                     T,   T, 1,         All,        0),
            new ProfileRow(ProfileField.CoreCapacity,           "heat capacity of the core",       "µJ/K",                      1,   1, 100,       All,        0),
            new ProfileRow(ProfileField.SurfaceCapacity,        "heat capacity of the surface",    "µJ/K",                      1,   1, 100,       All,        0),
            new ProfileRow(ProfileField.CoreToSurface,          "conductance core to surface",     "µW/K",                      1,   1, 1,         200000000,  0),
            new ProfileRow(ProfileField.SurfaceToAmbient,       "conductance surface to ambient",  "µW/K",                      1,   1, 0,         200000000,  0),
            new ProfileRow(ProfileField.HeaterPower,            "heater power a cell",             "µW",                        1,   1, 0,         500000000,  0),
            new ProfileRow(ProfileField.SwellPressure,          "swelling pressure",               "Pa",                        X,   X, -100000000, 100000000, 0),
            new ProfileRow(ProfileField.ThermalPressure,        "thermal pressure",                "2^-8 Pa/K",                 1,   1, -100000000, 100000000, 0),
            new ProfileRow(ProfileField.VoltageMinimum,         "lowest working voltage",          "µV",                        1,   1, 500000,    5500000,    0),
            new ProfileRow(ProfileField.VoltageMaximum,         "highest working voltage",         "µV",                        1,   1, 500000,    5500000,    0),
            new ProfileRow(ProfileField.VoltageMinimumHard,     "lowest voltage before a fault",   "µV",                        1,   1, 0,         5500000,    0),
            new ProfileRow(ProfileField.VoltageMaximumHard,     "highest voltage before a fault",  "µV",                        1,   1, 500000,    5900000,    0),
            new ProfileRow(ProfileField.TemperatureMinimum,     "lowest core temperature",         "mK",                        1,   1, 233152,    373150,     0),
            new ProfileRow(ProfileField.TemperatureMaximum,     "highest core temperature",        "mK",                        1,   1, 253150,    373150,     0),
            new ProfileRow(ProfileField.DutyTemperatureMinimum, "lower end of duty temperature",   "mK",                        1,   1, 233152,    373150,     0),
            new ProfileRow(ProfileField.DutyTemperatureMaximum, "upper end of duty temperature",   "mK",                        1,   1, 233152,    373150,     0),
            new ProfileRow(ProfileField.PressureMinimum,        "pressure that reduces current",   "Pa",                        1,   1, 0,         100000000,  0),
            new ProfileRow(ProfileField.PressureMinimumHard,    "pressure that stops current",     "Pa",                        1,   1, 0,         100000000,  0),
            new ProfileRow(ProfileField.PressureMaximum,        "pressure that reduces current",   "Pa",                        T,   T, 0,         1000000000, 0),
            new ProfileRow(ProfileField.PressureMaximumHard,    "pressure that stops current",     "Pa",                        1,   1, 0,         1000000000, 0),
            new ProfileRow(ProfileField.DischargeRateMaximum,   "rated discharge",                 "2^-24 C",                   1,   1, 1,         All,        0),
            new ProfileRow(ProfileField.ChargeRateMaximum,      "rated charge",                    "2^-24 C",                   1,   1, 1,         All,        0),
            new ProfileRow(ProfileField.FuseRatedCurrent,       "rated current of the fuse",       "µA",                        1,   1, 100,       All,        0),
            new ProfileRow(ProfileField.Leakage,                "leakage inside the cell",         "2^-40 S",                   1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.FuseMelting,            "melting integral of the fuse",    "C² ms",                     1,   1, 1,         All,        0),
            new ProfileRow(ProfileField.InterphaseGrowth,       "interphase growth",               "2^-16 log2(2^-20 µV²/ms)",  1,   1, -All,      All,        0),
            new ProfileRow(ProfileField.InterphaseActivation,   "activation of that growth",       "2^-8 K",                    1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.InterphaseVoltage,      "voltage factor of that growth",   "2^-16 /V",                  1,   1, -(1 << 24), 1 << 24,    0),
            new ProfileRow(ProfileField.InterphaseCurrent,      "current factor of that growth",   "2^-16 /C",                  1,   1, 0,         1 << 18,    0),
            new ProfileRow(ProfileField.InterphaseConduction,   "activation of its conduction",    "2^-8 K",                    1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.CalendarFade,           "calendar fade",                   "2^-16 log2(2^-60 /ms)",     1,   1, -All,      All,        0),
            new ProfileRow(ProfileField.CalendarActivation,     "activation of that fade",         "2^-8 K",                    1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.CalendarVoltage,        "voltage factor of that fade",     "2^-16 /V",                  1,   1, -(1 << 24), 1 << 24,    0),
            new ProfileRow(ProfileField.CycleFade,              "cycle fade",                      "2^-60 /ms/C",               1,   1, 0,         1 << 28,    0),
            new ProfileRow(ProfileField.CycleDepth,             "extra fade at deep charge",       "2^-16",                     1,   1, 0,         1 << 22,    0),
            new ProfileRow(ProfileField.CycleStrain,            "stoichiometry of lattice strain", "2^-30",                     1,   1, 0,         One_Q30,    0),
            new ProfileRow(ProfileField.CycleRate,              "extra fade at high rate",         "2^-16 /C",                  1,   1, 0,         1 << 20,    0),
            new ProfileRow(ProfileField.StrippingReliance,      "reliable stripping over temperature", "2^-16",                 T,   T, 1,         All,        0),
            new ProfileRow(ProfileField.StrippingReliableCeiling, "reliable ceiling of stripping", "2^-24 C",                   1,   1, 0,         All,        0),
            new ProfileRow(ProfileField.PlatingReliance,        "reliable plating over temperature", "2^-16",                   T,   T, 1,         All,        0),
            new ProfileRow(ProfileField.PlatingReliableCeiling, "reliable ceiling of plating",     "2^-24 C",                   1,   1, 0,         All,        0),
        };
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
