using System;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Simulation.Review;

/// <summary>A true cell on the bench, as designed, at one temperature: what the rows measure on.</summary>
internal sealed record Specimen
{
    /// <summary>0 degC in K.</summary>
    public const double ZeroCelsius = 273.15;

    private const double SquareCentimetres = 1e4;       // in a m²
    private const double PerUnit = 1000;
    private const double Settling = 60;                 // s: double layers and ion pairs have followed
    private const double Probe = 1e-3;                  // C, so small that every law is a straight line

    /// <summary>The physics.</summary>
    public required CellParameters Cell { get; init; }

    /// <summary>Temperature of cell and chamber, degC.</summary>
    public double Celsius { get; init; } = 25;

    /// <summary>State of charge at the start.</summary>
    public double StateOfCharge { get; init; } = 0.5;

    /// <summary>Stack pressure, MPa; null: as the clamp makes it.</summary>
    public double? Pressure { get; init; }

    /// <summary>Whether the chamber holds the core at its temperature.</summary>
    public bool IsIsothermal { get; init; } = true;

    /// <summary>The sulfide pouch cell.</summary>
    public static Specimen Pouch { get; } = Of("pouch-lpscl-nmc");

    /// <summary>The thin-film cell, at the 293 K it was measured at.</summary>
    public static Specimen ThinFilm { get; } = Of("thin-film-lipon-lco") with { Celsius = 293 - ZeroCelsius };

    /// <summary>The garnet pellet cell.</summary>
    public static Specimen Pellet { get; } = Of("pellet-llzo-nmc");

    /// <summary>Area of the cell, cm².</summary>
    public double Area => Cell.Cell.TotalArea * SquareCentimetres;

    /// <summary>A built-in cell.</summary>
    public static Specimen Of(string profile) => new() { Cell = ProfileLibrary.Load(profile) };

    /// <summary>The same without mechanisms, by their keys.</summary>
    public Specimen Without(params string[] keys) =>
        this with { Cell = keys.Aggregate(Cell, (cell, key) => MechanismTable.Find(key)!.Without(cell)) };

    /// <summary>The same at a stoichiometry of the positive electrode.</summary>
    public Specimen AtStoichiometry(double x)
    {
        PositiveElectrode positive = Cell.Positive;
        return this with { StateOfCharge = (positive.StoichiometryEmpty - x) / (positive.StoichiometryEmpty - positive.StoichiometryFull) };
    }

    /// <summary>Puts it on the bench.</summary>
    /// <param name="longestStep">Longest step of the plant, s.</param>
    public Pack Build(double longestStep = 1)
    {
        CellParameters cell = IsIsothermal ? Cell with { Thermal = Cell.Thermal with { CoreToSurface = 1e7, SurfaceToAmbient = 1e7 } } : Cell;
        return new Pack(cell, new PackOptions
        {
            Cells = 1,
            CellsPerClamp = 1,
            Spread = false,
            StateOfCharge = StateOfCharge,
            Temperature = ZeroCelsius + Celsius,
            Ambient = ZeroCelsius + Celsius,
            ClampPressure = Pressure,
            LongestStep = longestStep,
        });
    }

    /// <summary>Voltage at rest, V.</summary>
    public double RestVoltage() => Build().CellVoltage(0, 0, 0);

    /// <summary>A term of the terminal voltage under a current that has settled, mV, positive on discharge.</summary>
    /// <param name="rate">Discharge current, multiples of 1C.</param>
    /// <param name="term">Which.</param>
    public double Drop(double rate, Func<Overpotentials, double> term) => -PerUnit * Term(-rate, term, Settling);

    /// <summary>Small-signal resistance behind a term of the terminal voltage once it has settled, Ohm cm².</summary>
    public double Resistance(Func<Overpotentials, double> term) => Resistance(term, Settling);

    /// <summary>The same at once, as a high frequency finds it.</summary>
    public double ResistanceAtOnce(Func<Overpotentials, double> term) => Resistance(term, 0);

    /// <summary>Charge until a voltage is crossed, Ah, from full on discharge and from empty on charge.</summary>
    /// <param name="rate">Current, multiples of 1C, positive on charge.</param>
    /// <param name="cutOff">Voltage that ends it, V; null: the window's.</param>
    public double Capacity(double rate, double? cutOff = null)
    {
        double sign = Math.Sign(rate);
        double current = rate * Cell.Cell.OneC;
        double end = cutOff ?? (sign < 0 ? Cell.Limits.VoltageMinimum : Cell.Limits.VoltageMaximum);
        Pack pack = (this with { StateOfCharge = sign < 0 ? 1 : 0 }).Build();
        double before = pack.CellVoltage(0, current, 0);
        double most = 2 * Cell.Cell.WindowCapacity / Math.Abs(current) * 3600;
        for (double seconds = 1; seconds < most; seconds++)
        {
            pack.Advance(1, current);
            double voltage = pack.CellVoltage(0, current, 0);
            if (sign * (voltage - end) >= 0)
            {
                double part = (end - before) / (voltage - before);
                return Math.Abs(current) * (seconds - 1 + Math.Clamp(part, 0, 1)) / 3600;
            }

            before = voltage;
        }

        return double.NaN;
    }

    private double Resistance(Func<Overpotentials, double> term, double seconds) =>
        (Term(Probe, term, seconds) - Term(-Probe, term, seconds)) / (2 * Probe * Cell.Cell.OneC) * Area;

    private double Term(double rate, Func<Overpotentials, double> term, double seconds)
    {
        double current = rate * Cell.Cell.OneC;
        Pack pack = Build();
        if (seconds > 0)
        {
            pack.Advance(seconds, current);
        }

        return term(pack.Overpotentials(0, current));
    }
}
