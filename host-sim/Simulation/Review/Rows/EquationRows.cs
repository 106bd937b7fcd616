using System;
using System.Collections.Generic;
using Bms.Plant.Laws;
using Bms.Plant.Materials;
using Bms.Plant.Mechanics;
using Bms.Plant.Packs;

namespace Bms.Simulation.Review.Rows;

/// <summary>The equations of the review on cases whose answer is known.</summary>
internal static class EquationRows
{
    private const double Nano = 1e-9;
    private const double Mega = 1e6;

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("equations/coulomb", "Coulomb force of two elementary charges 1 nm apart in vacuum", "Eq. 3; textbook", "force", "nN",
            Expected.Printed(0.2307, 0.0001), () => Electrostatics.CoulombForce(1, 1, Nano, 1) / Nano),
        new("equations/debye", "Debye length of 0.1 mol/l of a 1:1 salt in water at 25 °C", "Eq. 4; textbook", "length", "nm",
            Expected.Printed(0.96, 0.01), () => Electrostatics.DebyeLength(78.4, 298.15, 200) / Nano),
        new("equations/debye-solid", "The Debye length of LiPON is less than the distance of its ions", "Eq. 4", "cases so", "of 1",
            Expected.Count(1), () => DerivationTable.For(Quantities.DebyeLength)!.Of(SolidElectrolytes.LiPON)!.Value.Value < IonDistance() ? 1 : 0),
        new("equations/misfit", "Misfit of lithium on LLZO, heated from 25 to 60 °C", "Eq. 6; expansions 46e-6 and 15.5e-6 by hand", "strain", "1e-3",
            Expected.Printed(1.07, 0.01), () => 1000 * MisfitStrain.Between(Metals.Lithium.Required(Quantities.ThermalExpansion), SolidElectrolytes.Llzo.Required(Quantities.ThermalExpansion), 35)),
        new("equations/fracture-llzo", "Stress that breaks LLZO at a flaw of 10 µm", "Eq. 7; 1.25 MPa m^0.5 by hand", "stress", "MPa",
            Expected.Printed(223, 1), () => Fracture.CriticalStress(SolidElectrolytes.Llzo.Required(Quantities.FractureToughness), 10e-6, 1) / Mega),
        new("equations/fracture-lps", "A flaw breaks LPS at a fifth of the stress of LLZO", "Eq. 7; 0.23 against 1.25 MPa m^0.5", "ratio of stresses", string.Empty,
            Expected.Printed(0.18, 0.01), () => Fracture.CriticalStress(SolidElectrolytes.Lps.Required(Quantities.FractureToughness), 10e-6, 1) / Fracture.CriticalStress(SolidElectrolytes.Llzo.Required(Quantities.FractureToughness), 10e-6, 1)),
        new("equations/hardness", "Imprint of 9.81 N in LLZO: diagonal 53.7 µm", "Table A.1; Table 1", "hardness", "GPa",
            Expected.Printed(6.3, 0.1), () => Indentation.VickersHardness(9.81, 26.85e-6) / 1e9),
        new("equations/toughness", "Cracks of 71.7 µm at that imprint", "Table A.1; Table 1", "fracture toughness", "MPa m^0.5",
            Expected.Printed(1.25, 0.01), () => Indentation.FractureToughness(SolidElectrolytes.Llzo.Required(Quantities.YoungsModulus), SolidElectrolytes.Llzo.Required(Quantities.Hardness), 9.81, 71.7e-6) / Mega),
        new("equations/transference", "Transference number of the sulfide separator, from the drop at once and after an hour", "Eq. 8; near unity", "T+", string.Empty,
            Expected.Printed(1, 0.01), Transference),
        new("equations/aef", "A field of columns 1 µm thick and 10 µm high, 2 µm apart, enlarges its footprint", "Eq. 17; geometry by hand", "AEF", string.Empty,
            Expected.Printed(8.85, 0.01), () => Conduction.AreaEnhancementFactor(4 + (Math.PI * 10), 4)),
        new("equations/conductivity", "Conductivity of LiPON from thickness, area and resistance of the thin film", "Table A.1; Raijmakers 2020 against Table 1", "conductivity", "1e-6 S/cm",
            new(1, 0.5, "one digit of the print"), FilmConductivity),
        new("equations/ccd-resistance", "Critical current times interface resistance of the pouch at 45 °C over that at 25 °C", "Eq. 1: constant C and Δp", "ratio", string.Empty,
            Expected.Percent(1, 2, "limits are known to 2 %"), () => CriticalVoltage(45) / CriticalVoltage(25)),
    ];

    private static double IonDistance() =>
        Math.Pow(2 * SolidElectrolytes.LiPON.Required(Quantities.MobileConcentration) * Constants.Faraday / Constants.ElementaryCharge, -1.0 / 3);

    // A drop that stays under constant current is Bruce and Vincent's current that stays under constant voltage.
    private static double Transference()
    {
        const double Rate = 0.05;
        Specimen pouch = Specimen.Pouch.Without("leakage");
        double current = Rate * pouch.Cell.Cell.OneC;
        Pack pack = pouch.Build();
        pack.Advance(1, current);
        double atOnce = pack.Overpotentials(0, current).Separator;
        pack.Advance(3600, current);
        double later = pack.Overpotentials(0, current).Separator;
        return Conduction.TransferenceNumber(later, current * later / atOnce, current, 0, 0);
    }

    private static double FilmConductivity()
    {
        Specimen film = Specimen.ThinFilm;
        double resistance = film.ResistanceAtOnce(terms => terms.Separator) / film.Area;
        return 1e4 * Conduction.Conductivity(film.Cell.Separator.Thickness, film.Cell.Cell.TotalArea, resistance);
    }

    private static double CriticalVoltage(double celsius)
    {
        Specimen pouch = Specimen.Pouch with { Celsius = celsius, Pressure = 5 };
        return pouch.Build().PlatingLimit(0) * pouch.Resistance(terms => terms.Contact);
    }
}
