using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrolytes;

/// <summary>What is assumed of an electrolyte of a class where a parameter file does not say it.</summary>
/// <remarks>
/// Permittivity, electronic conductivity and windows: review Table 1 (the sulfide's permittivity is a tunable). Ion pairs: all
/// fitted by Raijmakers 2020, Table 3, at 293 K; no
/// activation energy of recombination is public. Mobile lithium: of LiPON the free share, of LLZO and
/// Li6PS5Cl all of it (density over molar mass, 840 and 268 g/mol). Rates of decomposition are tunables; interphase per charge follows from a formula unit
/// that takes up 8 electrons (LiPON to Li3P, Li2O and Li3N; Li6PS5Cl to Li3P, Li2S and LiCl; LLZO by reduction of Zr, 2 x 4).
/// </remarks>
public static class ElectrolyteClasses
{
    // m; the interphase on an electrode is about as thick. No measured value is known.
    private const double CompactLayer = 1e-9;

    /// <summary>The electrolyte of a class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such class.</exception>
    public static Electrolyte Of(ElectrolyteClass electrolyte) => electrolyte switch
    {
        ElectrolyteClass.Lipon => new Electrolyte
        {
            Class = electrolyte,
            RelativePermittivity = 19.98,
            ElectronicConductivity = 1e-12,
            MobileConcentration = 39130,
            CompactLayer = CompactLayer,
            Pairs = new IonPairs
            {
                TotalConcentration = 61141,
                MobileFraction = 0.64,
                Recombination = 8e-7,
                RecombinationActivation = 0,
                CationDiffusivity = 1.73e-16,
                AnionDiffusivity = 5.69e-16,
            },
            Stability = Window(0.68, 2.63, passivation: 20, thickness: 5.3e-11),
        },
        ElectrolyteClass.Garnet => new Electrolyte
        {
            Class = electrolyte,
            RelativePermittivity = 40,
            ElectronicConductivity = 1e-6,
            MobileConcentration = 38500,
            CompactLayer = CompactLayer,
            Boundaries = new GrainBoundaries { ResistanceShare = 0.2, Activation = 40523.7, Capacitance = 0.01 },
            Stability = Window(0.05, 5.0, passivation: 20, thickness: 2.1e-10),
        },
        ElectrolyteClass.Sulfide => new Electrolyte
        {
            Class = electrolyte,
            RelativePermittivity = 20,
            ElectronicConductivity = 1e-7,
            MobileConcentration = 36700,
            CompactLayer = CompactLayer,
            Stability = Window(0, 2.01, passivation: 40, thickness: 2.1e-10),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(electrolyte), electrolyte, "no such class of electrolyte"),
    };

    private static StabilityWindow Window(double reduction, double oxidation, double passivation, double thickness) => new()
    {
        Reduction = reduction,
        Oxidation = oxidation,
        ExchangeCurrent = 0.01,
        TafelSlope = 0.12,
        Activation = 60000,
        PassivationCharge = passivation,
        ThicknessPerCharge = thickness,
    };
}
