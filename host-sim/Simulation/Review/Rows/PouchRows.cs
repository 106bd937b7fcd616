using System;
using System.Collections.Generic;
using Bms.Plant.Cells;
using Bms.Plant.Laws;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Review.Rows;

/// <summary>The large-format sulfide cell and the garnet pellet: resistances, capacities, limits of the composite.</summary>
internal static class PouchRows
{
    private const string Reference = "composite cell; independent reference of the same numbers";
    private const string Resistances = "two models of the same cell agree to 5 %";
    private const string Capacities = "two models of the same cell agree to 2 %";

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        Total(25, 155),
        Total(45, 67),
        Total(60, 38),
        Share("cathode", "Charge transfer in the cathode", 127, terms => terms.PositiveKinetics),
        Share("contact", "Constriction at the lithium interface", 11.4, terms => terms.Contact),
        Share("rail", "Rails of the composite cathode", 10.3, terms => terms.Rail),
        Share("lithium", "Charge transfer at lithium", 2.57, terms => terms.NegativeKinetics),
        Share("separator", "Separator of 50 µm", 2.5, terms => terms.Separator),
        new("pouch/capacity-c10", "Discharge at C/10, 25 °C, while contact lasts", Reference, "capacity", "Ah",
            Expected.Percent(5.90, 2, Capacities), () => Lasting.Capacity(-0.1)),
        new("pouch/capacity-1c", "Discharge at 1C, 25 °C, while contact lasts", Reference, "capacity", "Ah",
            Expected.Percent(5.17, 2, Capacities), () => Lasting.Capacity(-1)),
        new("pouch/ocv-full", "Voltage at rest at x = 0.305", "NMC811, Chen 2020", "voltage", "V",
            new(4.2, 0.005, "what the last digit of x is worth there"), () => Specimen.Pouch.AtStoichiometry(0.305).RestVoltage()),
        new("pouch/ocv-empty", "Voltage at rest at x = 0.955", "NMC811, Chen 2020", "voltage", "V",
            new(3.0, 0.03, "what the last digit of x is worth there"), () => Specimen.Pouch.AtStoichiometry(0.955).RestVoltage()),
        new("pouch/conductivity", "Conductivity of argyrodite from the drop of the separator", "Table 1; Doux 2020", "conductivity", "mS/cm",
            Expected.Range(2, 2.5), () => Specimen.Pouch.Cell.Separator.Thickness * 1e5 / Specimen.Pouch.Resistance(terms => terms.Separator)),
        new("pouch/activation", "Activation energy of the sulfide from the drop of the separator, 25 to 60 °C", "Table 1, lower end", "energy", "eV",
            Expected.Printed(0.39, 0.01), () => Activation(Specimen.Pouch)),
        new("pellet/activation", "Activation energy of the garnet from the drop of the separator, 25 to 60 °C", "Table 1", "energy", "eV",
            Expected.Printed(0.42, 0.01), () => Activation(Specimen.Pellet)),
        new("pouch/nmc-exchange", "Exchange current of NMC811 in a sulfide composite, per particle area at x = 0.5", "composites; Miss 2022, Bielefeld 2022, Ramanayagam 2026", "i0", "A/m²",
            Expected.Range(0.05, 1.4), ParticleExchange),
        new("pouch/particle-area", "Particle surface on a square metre of cathode: 3 ε utilisation L/R", Reference, "area", "m²/m²",
            Expected.Printed(19, 1), ParticleArea),
        new("pouch/nmc-volume", "Volume that NMC811 loses over a charge, upper end of 1 to 3 %", "NMC, Jousseaume 2024", "change", "%",
            new(3, 0.5, "rounding of the print"), VolumeLoss),
        new("pouch/swelling", "20 layers that plate 3 mAh/cm² each", "lithium, 4.85 µm per mAh/cm²", "swelling", "mm",
            Expected.Printed(0.29, 0.01), () => Swelling(lithiumOnly: true)),
        new("pouch/cathode-gives-back", "What the cathodes give back of it", "NMC, 1-3 % of volume", "shrinking", "mm",
            Expected.Printed(0.02, 0.01), () => Swelling(lithiumOnly: true) - Swelling(lithiumOnly: false)),
        new("pouch/pressure-swing", "Stack pressure over a full charge at 25 °C, clamp of 28.6 kN/mm a cell", Reference, "rise of pressure", "MPa",
            Expected.Percent(0.77, 10, "spread of stiffness and volume change"), PressureSwing),
    ];

    private static Specimen Lasting => Specimen.Pouch.Without("voids") with { IsIsothermal = false };

    private static ReviewRow Total(double celsius, double reference) => new(
        $"pouch/resistance-{celsius}", $"Small-signal resistance of the pouch cell at {celsius} °C, 50 %, 5 MPa", Reference, "area resistance", "Ohm cm²",
        Expected.Percent(reference, 5, Resistances),
        () => (Specimen.Pouch with { Celsius = celsius, Pressure = 5 }).Resistance(terms => terms.Terminal - terms.OpenCircuit - terms.Diffusion));

    private static ReviewRow Share(string id, string title, double reference, Func<Overpotentials, double> term) => new(
        $"pouch/resistance-{id}", $"{title}, 25 °C", "Eq. 16; " + Reference, "area resistance", "Ohm cm²",
        Expected.Percent(reference, 5, Resistances), () => (Specimen.Pouch with { Pressure = 5 }).Resistance(term));

    private static double Activation(Specimen cell)
    {
        const double Cold = 25;
        const double Warm = 60;
        double ratio = At(Cold) / At(Warm);
        double span = (1 / (Cold + Specimen.ZeroCelsius)) - (1 / (Warm + Specimen.ZeroCelsius));
        return Constants.GasConstant / Constants.Faraday * Math.Log(ratio) / span;

        double At(double celsius) => (cell with { Celsius = celsius }).Resistance(terms => terms.Separator);
    }

    private static double ParticleExchange()
    {
        Specimen half = (Specimen.Pouch with { Pressure = 5 }).AtStoichiometry(0.5);
        double scale = Constants.GasConstant * 298.15 / Constants.Faraday;
        return 1e4 * scale / half.Resistance(terms => terms.PositiveKinetics) / half.Cell.Positive.AreaRatio;
    }

    private static double ParticleArea()
    {
        PositiveElectrode positive = Specimen.Pouch.Cell.Positive;
        return 3 * positive.ActiveFraction * positive.Utilisation * positive.Thickness / positive.DiffusionLength;
    }

    private static double VolumeLoss()
    {
        var design = new CellDesign(Specimen.Pouch.Cell, 8);
        return 100 * (design.VolumeChange.At(Specimen.Pouch.Cell.Positive.StoichiometryEmpty) - design.VolumeChange.At(Specimen.Pouch.Cell.Positive.StoichiometryFull));
    }

    private static double Swelling(bool lithiumOnly)
    {
        Specimen pouch = Specimen.Pouch;
        var design = new CellDesign(
            lithiumOnly ? pouch.Cell with { Mechanics = pouch.Cell.Mechanics with { CathodeHeightFraction = 0 } } : pouch.Cell, 8);
        double charge = 3e-3 * pouch.Area;
        double x = pouch.Cell.Positive.StoichiometryEmpty;
        double after = x - (charge / pouch.Cell.Cell.WindowCapacity * design.Window);
        double temperature = pouch.Cell.Mechanics.SetTemperature;
        return 1000 * (design.Swelling(after, charge, temperature) - design.Swelling(x, 0, temperature));
    }

    private static double PressureSwing()
    {
        const double Rate = 0.1;
        Specimen pouch = Specimen.Pouch with { StateOfCharge = 0 };
        Pack pack = pouch.Build();
        double before = pack.ClampPressure(0, 0);
        pack.Advance(pouch.Cell.Cell.WindowCapacity / (Rate * pouch.Cell.Cell.OneC) * 3600, Rate * pouch.Cell.Cell.OneC);
        return pack.ClampPressure(0, 0) - before;
    }
}
