using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Bms.Plant.Electrodes;
using Bms.Plant.Packs;

namespace Bms.Simulation.Review.Rows;

/// <summary>Arcs of the thin-film cell: where its time constants lie, by resistance and capacitance of Raijmakers 2020.</summary>
internal static class ImpedanceRows
{
    private const string Arcs = "Eq. 15; thin film, Raijmakers 2020: 1/(2π R C) by hand";
    private const string Fitted = "a fit of the source, good to 3 %";

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("impedance/lipon-arc", "Top of the arc of LiPON: 326 Ohm cm² and 0.00324 µF/cm²", Arcs, "frequency", "kHz",
            Expected.Percent(150.7, 3, Fitted), () => Top(Specimen.ThinFilm, terms => terms.Separator) / 1000),
        new("impedance/lithium-arc", "Top of the arc of the lithium interface: 43.9 Ohm cm² and 0.0174 µF/cm²", Arcs, "frequency", "kHz",
            Expected.Percent(208.4, 3, Fitted), () => Top(Specimen.ThinFilm, terms => terms.NegativeKinetics) / 1000),
        new("impedance/lco-arc", "Top of the arc of the LCO interface at x = 0.8: 67 Ohm cm² and 0.530 µF/cm²", Arcs, "frequency", "kHz",
            Expected.Percent(4.48, 3, Fitted), () => Top(Specimen.ThinFilm.AtStoichiometry(0.8), terms => terms.PositiveKinetics) / 1000),
        new("impedance/lipon-width", "Width of the arc of LiPON", Arcs, "area resistance", "Ohm cm²",
            Expected.Percent(326, 3, Fitted), () => Width(Specimen.ThinFilm, terms => terms.Separator)),
        new("impedance/lco-width", "Width of the arc of the LCO interface at x = 0.8", Arcs, "area resistance", "Ohm cm²",
            Expected.Percent(67, 3, Fitted), () => Width(Specimen.ThinFilm.AtStoichiometry(0.8), terms => terms.PositiveKinetics)),
        new("impedance/order", "From high to low frequency: lithium, LiPON, LCO", Arcs, "steps that fall", "of 2",
            Expected.Count(2), Order),
        new("impedance/warburg", "Phase of diffusion in the LCO film where it does not reach through", "diffusion; textbook", "phase", "°",
            new(-45, 2, "what a grid resolves"), () => Half.Impedance(0, 0.05).Diffusion.Phase * 180 / Math.PI),
    ];

    private static Pack Half => Specimen.ThinFilm.Build();

    private static double Order()
    {
        double lithium = Top(Specimen.ThinFilm, terms => terms.NegativeKinetics);
        double lipon = Top(Specimen.ThinFilm, terms => terms.Separator);
        double lco = Top(Specimen.ThinFilm, terms => terms.PositiveKinetics);
        return (lithium > lipon ? 1 : 0) + (lipon > lco ? 1 : 0);
    }

    private static double Width(Specimen cell, Func<CellImpedance, Complex> term)
    {
        Pack pack = cell.Build();
        return (term(pack.Impedance(0, 1)) - term(pack.Impedance(0, 1e9))).Real * cell.Area;
    }

    // The frequency at which a term turns back most current, on a grid of a thousand to the decade.
    private static double Top(Specimen cell, Func<CellImpedance, Complex> term)
    {
        Pack pack = cell.Build();
        return Enumerable.Range(2000, 5000).Select(step => Math.Pow(10, step / 1000.0)).MaxBy(frequency => -term(pack.Impedance(0, frequency)).Imaginary);
    }
}
