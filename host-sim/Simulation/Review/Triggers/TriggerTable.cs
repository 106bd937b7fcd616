using System;
using System.Collections.Generic;
using Bms.Plant.Packs;
using static Bms.Simulation.Review.Triggers.Condition;

namespace Bms.Simulation.Review.Triggers;

/// <summary>Review Table 2, a row a mechanism, measured on the pouch cell.</summary>
internal static class TriggerTable
{
    private const double Faster = 1.25;
    private const double Watched = 60;          // s
    private const double Hour = 3600;           // s
    private const double Day = 24 * Hour;

    /// <summary>The rows, in the order of the review.</summary>
    public static IReadOnlyList<TriggerRow> Rows { get; } =
    [
        new("cracking", "Electrode and electrolyte cracking", "particle surface cut off by cracks, and separator crossed by them, per equivalent full cycle on charge", "1/EFC",
            "Cracks grow with the charge that passes: at least a quarter more per cycle than at the neutral point, where a ten-thousandth of a cell is not seen in its life.",
            [HighCharge, LowCharge, Fast], 1e-7, Faster, state => Gained(state, state.Rate, Cracked) * Watched / Cycles(state))
        {
            Reasons = new Dictionary<Condition, string>
            {
                [Cold] = "diffusion slows, so that the same current strains particles more; and what it plates beyond the critical current opens flaws of the separator",
            },
        },
        new("disorder", "Phase change, structural disorder", "share of the capacity lost to disorder in the first minute", "1/min",
            "Disorder never stops: at least a quarter above the neutral rate, which a storage test of a month resolves.",
            [HighCharge, LowCharge, Hot], 1e-12, Faster, state => Worn(state, pack => pack.Wear(0).StructuralDisorder.Capacity) * Watched),
        new("creep", "Lithium creep", "strain a day", "1/day",
            "Lithium creeps at every temperature of use, room included, and the review marks both ends: where temperature matters, 1 % strain a day counts, whether more or less than at the neutral point.",
            [Hot, Cold], 0.01, 0, state => Build(state).HealingRate(0) / Specimen.Pouch.Cell.Interface.ContactHealing * Day),
        new("decomposition", "Interfacial decomposition", "resistance gained in the first minute", "mOhm cm²/min",
            "Decomposition never stops: at least a quarter above the neutral rate, which a storage test of a month resolves.",
            [HighCharge, LowCharge, Hot, Fast], 1e-9, Faster, state => Worn(state, pack => pack.Wear(0).InterfacialDecomposition.Resistance) * 1e7 * Watched),
        new("voids", "Surface voids, delamination", "contact lost an hour on discharge", "1/h",
            "At the neutral point no contact is lost: 1 % an hour counts, which a discharge shows.",
            [Fast, Loose], 0.01, Faster, state => LostContact(state) * Hour)
        {
            Reasons = new Dictionary<Condition, string>
            {
                [Cold] = "the stripping limit follows creep and self-diffusion, both thermally activated: what lithium bears at 25 °C leaves voids at -10 °C",
            },
        },
        new("filaments", "Lithium filament growth", "filament index gained an hour on charge", "1/h",
            "At the neutral point no filament grows: 1 % of the way to a short an hour counts.",
            [Cold, Fast, Loose], 0.01, Faster, state => Grown(state) * Hour),
    ];

    // Towards the middle of the window, so that the cell stays where it is watched.
    private static double Inwards(OperatingState state) => (state.StateOfCharge < 0.5 ? 1 : -1) * state.Rate;

    private static double Cycles(OperatingState state) => state.Rate * Specimen.Pouch.Cell.Cell.OneC * Watched / Hour / (2 * Specimen.Pouch.Cell.Cell.WindowCapacity);

    private static Pack Build(OperatingState state)
    {
        Pack pack = (Specimen.Pouch with { Celsius = state.Celsius, StateOfCharge = state.StateOfCharge, Pressure = state.Pressure }).Build();
        pack.HoldPressure(state.Pressure);
        return pack;
    }

    private static double Worn(OperatingState state, Func<Pack, double> wear) => Gained(state, Inwards(state), wear);

    private static double LostContact(OperatingState state) => Gained(state, -state.Rate, pack => 1 - pack.Contact(0));

    private static double Grown(OperatingState state) => Gained(state, state.Rate, pack => pack.FilamentIndex(0));

    private static double Cracked(Pack pack) =>
        pack.Cracks(0).ParticleShare + (pack.Cracks(0).ElectrolyteLength / Specimen.Pouch.Cell.Separator.Thickness);

    // Per second.
    private static double Gained(OperatingState state, double rate, Func<Pack, double> measure)
    {
        Pack pack = Build(state);
        double before = measure(pack);
        pack.Advance(Watched, rate * Specimen.Pouch.Cell.Cell.OneC);
        return (measure(pack) - before) / Watched;
    }
}
