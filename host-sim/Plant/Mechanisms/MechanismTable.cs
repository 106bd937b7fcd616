using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Plant.Mechanisms;

/// <summary>Every mechanism of the true cell, a row each.</summary>
public static class MechanismTable
{
    // Far beyond what any current asks for: the overpotential is gone.
    private const double AtOnce = 1e9;

    // m²/s; a gradient is gone within a step.
    private const double Mixed = 1e-6;

    /// <summary>Rows in the order of their numbers; a number is never given to another mechanism.</summary>
    public static IReadOnlyList<Mechanism> All { get; } =
    [
        new(0, "solid-diffusion", "Diffusion of lithium in the active material", "review Eq. 16", "dx/dt = div(D(x, T) grad x)", cell => cell with
        {
            Positive = cell.Positive with { Diffusivity = Flat(Mixed), DiffusivityActivation = 0 },
        }),
        new(1, "charge-transfer", "Charge transfer at both electrodes", "review Eq. 11, 12", "η = 2RT/F asinh(i / 2 i0)", cell => cell with
        {
            Positive = cell.Positive with { ExchangeCurrent = AtOnce * cell.Positive.ExchangeCurrent },
            Negative = cell.Negative with { ExchangeCurrent = AtOnce * cell.Negative.ExchangeCurrent },
        }),
        new(2, "composite-rails", "Ionic and electronic rail of a composite electrode", "review, after Braun", "R = L / (3 σ)", cell => cell with
        {
            Positive = cell.Positive with { IonicRailResistance = 0, ElectronicRailResistance = 0 },
        }),
        new(3, "contact-resistance", "Constriction of current at the lithium interface, with its memory of pressure", "Doux 2020; review, after Tian", "R = A (P/P_ref)^-m / θ", cell => cell with
        {
            Interface = cell.Interface with { ContactResistance = 0 },
        }),
        new(4, "entropy", "Reversible heat, and a potential that shifts with temperature", "review Eq. 5", "q = I T dU/dT", cell => cell with
        {
            Positive = cell.Positive with { EntropicCoefficient = Flat(0) },
        }),
        new(5, "leakage", "Self-discharge through the electrolyte", "tunable", "I = G V", cell => cell with
        {
            Short = cell.Short with { Leakage = 0 },
        }),
        new(6, "swelling", "Stack pressure from plated lithium and a breathing cathode", "derived, 4.85 µm per mAh/cm²", "dP = dh / (L/E + A/k)", cell => cell with
        {
            Negative = cell.Negative with { ThicknessPerArealCharge = 0 },
            Mechanics = cell.Mechanics with { CathodeHeightFraction = 0 },
        }),
        new(7, "thermal-expansion", "Stack pressure from thermal expansion", "review Eq. 6", "dh = (α_stack - α_fixture) L dT", cell => cell with
        {
            Mechanics = cell.Mechanics with { StackExpansion = 0, FixtureExpansion = 0 },
        }),
        new(8, "creep", "Creep of lithium that closes voids", "review Table 2; LePage 2019", "ε' = A σ^n arr(T)", cell => cell with
        {
            Creep = cell.Creep with { Rate = 0 },
        }),
        new(9, "voids", "Voids where lithium is stripped faster than it is replaced", "review Table 2; Yan 2022", "dθ/dt = -a max(0, j/θ - j_strip)", cell => cell with
        {
            Interface = cell.Interface with { ContactLoss = 0 },
        }),
        new(10, "filaments", "Filaments where lithium is plated beyond the critical current", "review Table 2, Eq. 1", "dF/dt = c max(0, j/θ - CCD)", cell => cell with
        {
            Filament = cell.Filament with { GrowthRate = 0, DeadShare = 0 },
        }),
        new(11, "mechanical-short", "Lithium pressed through the separator by too much pressure", "review Table 2; Doux 2020", "dF/dt = r(P) arr(T)", cell => cell with
        {
            Filament = cell.Filament with { MechanicalRate = Flat(0) },
        }),
        new(12, "short-circuit", "Current through filaments that have crossed", "review Table 2", "G = G_hard ((F - F_soft)/(1 - F_soft))^p", cell => cell with
        {
            Short = cell.Short with { HardConductance = 0 },
        }),
        new(13, "interphase", "Growth of the interphase", "review 3.4.1, Table 2", "d(R²)/dt = K(T, U, I)²", cell => cell with
        {
            Ageing = cell.Ageing with { InterphaseGrowth = 0 },
        }),
        new(14, "calendar-fade", "Capacity lost with time", "review Table 2", "d(q²)/dt = K(T, U)²", cell => cell with
        {
            Ageing = cell.Ageing with { CalendarRate = 0 },
        }),
        new(15, "cycle-fade", "Capacity lost with use", "review Table 2", "dq/dEFC = k (1 + deep) (1 + fast)", cell => cell with
        {
            Ageing = cell.Ageing with { CycleRate = 0 },
        }),
        new(16, "spread", "Cells that differ from each other", "tunable", "x = x0 exp(σ z)", cell => cell with
        {
            Spread = new Spread { Capacity = 0, Resistance = 0, CriticalCurrent = 0, ContactLoss = 0, InitialStateOfCharge = 0, AgeingRate = 0 },
        }),
        new(17, "transmission-line", "Every depth of a composite electrode reacts on its own", "review, after Braun", "Φ(f+1) + e i(f) = Φ(f) + s (I - i(f))", cell => cell with
        {
            Positive = cell.Positive with { Depths = 1 },
        }),
        new(18, "double-layers", "Double layers at both interfaces", "review Eq. 15", "C dη/dt = i - i_ct(η)", cell => cell with
        {
            Positive = cell.Positive with { DoubleLayerCapacitance = 0 },
            Negative = cell.Negative with { DoubleLayerCapacitance = 0 },
        }),
        new(20, "ion-pairs", "Pairs of ions that form and recombine in LiPON", "Raijmakers 2020, Eqs. 17-25; Danilov 2011", "dc/dt = D c'' + k_d (c0 - c) - k_r c²", cell => cell with
        {
            Electrolyte = cell.Electrolyte with { Pairs = null },
        }),
        new(21, "grain-boundaries", "Boundaries between the grains of a garnet", "review Table 1", "R = L/σ ((1 - s)/arr(E) + s/arr(E_gb))", cell => cell with
        {
            Separator = cell.Separator with { Conductivity = cell.Separator.Conductivity / (1 - (cell.Electrolyte.Boundaries?.ResistanceShare ?? 0)) },
            Electrolyte = cell.Electrolyte with { Boundaries = null },
        }),
        new(22, "frumkin", "Diffuse layer of charge at both interfaces", "review Eqs. 4, 13-14; Bazant 2005", "i = i0 exp(fΔφ_S/2) (1 - exp(-fη))", cell => cell with
        {
            Electrolyte = cell.Electrolyte with { CompactLayer = 0 },
        }),
        new(23, "stability-window", "Electrolyte that decomposes outside its stability window", "review Table 1, 3.4.1", "i = i0 (10^(η/b) - 1) / (1 + q/q_p)", cell => cell with
        {
            Electrolyte = cell.Electrolyte with { Stability = null },
        }),
        new(24, "nucleation", "Overpotential of plating on a bare collector", "Futscher 2022", "η = η_nuc exp(-m/m_c)", cell => cell with
        {
            Negative = cell.Negative with { Collector = cell.Negative.Collector is { } bare ? bare with { NucleationOverpotential = 0 } : null },
        }),
        new(25, "plating-loss", "Lithium that plating on a collector loses", "Futscher 2022; Lee 2020", "dq_f/dm = (q_form - q_f)/m_f; 1 - ε", cell => cell with
        {
            Negative = cell.Negative with { Collector = cell.Negative.Collector is { } bare ? bare with { FormationLoss = 0, PlatingEfficiency = 1 } : null },
        }),
        new(30, "hot-core", "A core that is hotter in the middle than at its faces", "review Eq. 5, A.1", "C/n dT/dt = q + g ΔT", cell => cell with
        {
            Thermal = cell.Thermal with { CrossResistance = 0 },
        }),
        new(31, "radiation", "Heat radiated by the surface; without, all of its conductance is convection", "review Eq. 5", "q = ε σ A (Ts⁴ - Ta⁴)", cell => cell with
        {
            Thermal = cell.Thermal with { Emissivity = 0 },
        }),
        new(32, "tab-heat", "Heat of the tabs, which enters at the surface", "review Eq. 5", "q = I² R_tab", cell => cell with
        {
            Thermal = cell.Thermal with { TabShare = 0 },
        }),
        new(33, "neighbour-heat", "Heat between cells of a clamp", "tunable", "q = G (T1 - T2)", cell => cell with
        {
            Thermal = cell.Thermal with { NeighbourConductance = 0 },
        }),
        new(34, "melting", "Lithium that melts, takes up heat and shorts the cell", "handbook", "Q = n ΔH at 180.5 °C", cell => cell with
        {
            Melting = null,
        }),
        new(35, "thermal-runaway", "Electrolyte and charged cathode that heat themselves", "Kim 2022; tunable", "dξ/dt = k(T) (1 - ξ)", cell => cell with
        {
            Runaway = null,
        }),
        new(36, "pressure-relaxation", "Lithium that creeps out of the thickness of the stack", "tunable", "dh/dt = s ε'(P, T) h", cell => cell with
        {
            Mechanics = cell.Mechanics with { RelaxingShare = 0 },
        }),
        new(37, "misfit-strain", "Layers that expand unequally and pull at each other", "review Eq. 6", "ε = (α1 - α2) ΔT", cell => cell with
        {
            Layers = [.. cell.Layers.Select(layer => layer with { Expansion = null })],
            ElectrolyteFracture = cell.ElectrolyteFracture is { } law ? law with { ExpansionMismatch = 0 } : null,
        }),
        new(38, "electrolyte-cracking", "Cracks in the separator", "review Eq. 7, Table 2", "σ >= K_Ic / (γ sqrt(π a))", cell => cell with
        {
            ElectrolyteFracture = null,
        }),
        new(39, "particle-cracking", "Cracks in the active particles", "review Eq. 7, Table 2", "dκ/dN = g (K/K_Ic)^m (1 - κ)", cell => cell with
        {
            ParticleFracture = null,
        }),
        new(40, "interfacial-decomposition", "Electrolyte decomposed at the positive electrode", "review 3.4.1, Table 2", "K = K_law √share e(U) (1 + γC)(1 + k max(0, C - 1))", cell => cell with
        {
            Degradation = cell.Degradation with { DecompositionResistance = 0, DecompositionCapacity = 0 },
        }),
        new(41, "carbon-decomposition", "Electrolyte decomposed on a carbon additive", "review 3.4.1; Zhang 2017", "K = K_law √share e(U)", cell => cell with
        {
            Degradation = cell.Degradation with { CarbonResistance = 0 },
        }),
        new(42, "structural-disorder", "Active material that leaves its layered structure", "review Table 2", "K = K_law √share e(U)", cell => cell with
        {
            Degradation = cell.Degradation with { DisorderResistance = 0, DisorderCapacity = 0 },
        }),
        new(43, "moisture", "Electrolyte that meets humid air through a breached case", "review Table 1", "dξ/dt = g c (1 - ξ)/W", cell => cell with
        {
            Moisture = MoistureReaction.None,
        }),
        new(44, "dead-lithium", "Lithium cut off in filaments, which the reservoir has to make up for", "review Table 2", "dQ/dt = s A max(0, j - θ CCD)", cell => cell with
        {
            Filament = cell.Filament with { DeadShare = 0 },
        }),
    ];

    /// <summary>The keys of all rows.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(row => row.Key)];

    /// <summary>The row of a key, or null.</summary>
    public static Mechanism? Find(string key) => All.FirstOrDefault(row => row.Key == key);

    private static Table Flat(double value) => new([0, 1], [value, value]);
}
