using Bms.Plant.Electrolytes;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>Which term of a parameter file says what of the electrolyte; what a file leaves out follows from the electrolyte's class.</summary>
internal static class ElectrolyteReader
{
    public const string Path = "User-defined/Electrolyte";

    /// <summary>Reads the electrolyte; a file that names no class has a sulfide.</summary>
    public static Electrolyte Read(Group electrolyte)
    {
        Electrolyte usual = ElectrolyteClasses.Of((ElectrolyteClass)(int)electrolyte.Or("Class", (int)ElectrolyteClass.Sulfide));
        return usual with
        {
            RelativePermittivity = electrolyte.Or("Relative permittivity", usual.RelativePermittivity),
            ElectronicConductivity = electrolyte.Or("Electronic conductivity [S.m-1]", usual.ElectronicConductivity),
            MobileConcentration = electrolyte.Or("Mobile lithium [mol.m-3]", usual.MobileConcentration),
            CompactLayer = electrolyte.Or("Compact layer [m]", usual.CompactLayer),
            Pairs = usual.Pairs is { } pairs ? Pairs(electrolyte, pairs) : null,
            Boundaries = usual.Boundaries is { } boundaries ? Boundaries(electrolyte, boundaries) : null,
            Stability = usual.Stability is { } window ? Stability(electrolyte, window) : null,
        };
    }

    private static IonPairs Pairs(Group electrolyte, IonPairs usual) => new()
    {
        TotalConcentration = electrolyte.Or("Lithium concentration [mol.m-3]", usual.TotalConcentration),
        MobileFraction = electrolyte.Or("Mobile fraction", usual.MobileFraction),
        Recombination = electrolyte.Or("Recombination rate constant [m3.mol-1.s-1]", usual.Recombination),
        RecombinationActivation = electrolyte.Or("Recombination activation energy [J.mol-1]", usual.RecombinationActivation),
        CationDiffusivity = electrolyte.Or("Cation diffusivity [m2.s-1]", usual.CationDiffusivity),
        AnionDiffusivity = electrolyte.Or("Anion diffusivity [m2.s-1]", usual.AnionDiffusivity),
    };

    private static GrainBoundaries Boundaries(Group electrolyte, GrainBoundaries usual) => new()
    {
        ResistanceShare = electrolyte.Or("Grain-boundary share of the resistance", usual.ResistanceShare),
        Activation = electrolyte.Or("Grain-boundary activation energy [J.mol-1]", usual.Activation),
        Capacitance = electrolyte.Or("Grain-boundary capacitance [F.m-2]", usual.Capacitance),
    };

    private static StabilityWindow Stability(Group electrolyte, StabilityWindow usual) => new()
    {
        Reduction = electrolyte.Or("Reduction potential [V]", usual.Reduction),
        Oxidation = electrolyte.Or("Oxidation potential [V]", usual.Oxidation),
        ExchangeCurrent = electrolyte.Or("Decomposition current density [A.m-2]", usual.ExchangeCurrent),
        TafelSlope = electrolyte.Or("Decomposition Tafel slope [V]", usual.TafelSlope),
        Activation = electrolyte.Or("Decomposition activation energy [J.mol-1]", usual.Activation),
        PassivationCharge = electrolyte.Or("Passivation charge [C.m-2]", usual.PassivationCharge),
        ThicknessPerCharge = electrolyte.Or("Interphase per charge [m3.C-1]", usual.ThicknessPerCharge),
    };
}
