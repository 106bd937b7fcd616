using System;
using System.Collections.Generic;
using Bms.Plant.Degradation;
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

    private static readonly DegradationRates s_rates = new(Specimen.Pouch.Cell);

    /// <summary>The rows, in the order of the review.</summary>
    public static IReadOnlyList<TriggerRow> Rows { get; } =
    [
        new("cracking", "Electrode and electrolyte cracking", "particle surface cut off by cracks, and separator crossed by them, per equivalent full cycle on charge", "1/EFC",
            "Cracks grow with the charge that passes: at least a quarter more per cycle than at the neutral point, where a ten-thousandth of a cell is not seen in its life.",
            [HighCharge, LowCharge, Fast], 1e-7, Faster, CracksPerCycle)
        {
            Reasons = new Dictionary<Condition, string>
            {
                [Cold] = "diffusion slows, so that the same current strains particles more; and what it plates beyond the critical current opens flaws of the separator",
            },
        },
        new("disorder", "Phase change, structural disorder", "share of the capacity lost to disorder after a day", "1",
            "Disorder never stops: at least a quarter above the neutral rate, which a storage test of a month resolves.",
            [HighCharge, LowCharge, Hot], 1e-9, Faster, state => s_rates.StructuralDisorder(Charging(state)) * Math.Sqrt(Day)),
        new("creep", "Lithium creep", "strain a day", "1/day",
            "Lithium creeps at every temperature of use, room included, and the review marks both ends: where temperature matters, 1 % strain a day counts, whether more or less than at the neutral point.",
            [Hot, Cold], 0.01, 0, state => s_rates.Creep(Charging(state)) * Day),
        new("decomposition", "Interfacial decomposition", "resistance gained after a day", "Ohm cm²",
            "Decomposition never stops: at least a quarter above the neutral rate, which a storage test of a month resolves.",
            [HighCharge, LowCharge, Hot, Fast], 1e-9, Faster, state => s_rates.InterfacialDecomposition(Charging(state)) * Math.Sqrt(Day) * 1e4),
        new("voids", "Surface voids, delamination", "contact lost an hour on discharge", "1/h",
            "At the neutral point no contact is lost: 1 % an hour counts, which a discharge shows.",
            [Fast, Loose], 0.01, Faster, state => s_rates.Voids(Discharging(state)) * Hour)
        {
            Reasons = new Dictionary<Condition, string>
            {
                [Cold] = "the stripping limit follows creep and self-diffusion, both thermally activated: what lithium bears at 25 °C leaves voids at -10 °C",
            },
        },
        new("filaments", "Lithium filament growth", "filament index gained an hour on charge", "1/h",
            "At the neutral point no filament grows: 1 % of the way to a short an hour counts.",
            [Cold, Fast, Loose], 0.01, Faster, state => s_rates.Filaments(Charging(state)) * Hour),
    ];

    private static OperatingPoint Charging(OperatingState state) => Point(state, state.Rate);

    private static OperatingPoint Discharging(OperatingState state) => Point(state, -state.Rate);

    private static OperatingPoint Point(OperatingState state, double rate) =>
        s_rates.At(state.StateOfCharge, state.Celsius + Specimen.ZeroCelsius, rate, state.Pressure);

    // Cracks depend on what went before: a whole cell is charged for a while.
    private static double CracksPerCycle(OperatingState state)
    {
        Specimen pouch = Specimen.Pouch with { Celsius = state.Celsius, StateOfCharge = state.StateOfCharge, Pressure = state.Pressure };
        Pack pack = pouch.Build();
        pack.HoldPressure(state.Pressure);
        double before = Cracked(pack);
        pack.Advance(Watched, state.Rate * pouch.Cell.Cell.OneC);
        double cycles = state.Rate * pouch.Cell.Cell.OneC * Watched / Hour / (2 * pouch.Cell.Cell.WindowCapacity);
        return (Cracked(pack) - before) / cycles;
    }

    private static double Cracked(Pack pack) =>
        pack.Cracks(0).ParticleShare + (pack.Cracks(0).ElectrolyteLength / Specimen.Pouch.Cell.Separator.Thickness);
}
