using System;
using System.Linq;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Laboratory.Instruments;

/// <summary>Li | solid electrolyte | Li: two lithium interfaces of a cell face to face under a held pressure, on a disc of 1 cm².</summary>
/// <remarks>
/// Each electrode is the lithium side of a true cell, with half the electrolyte, against a counter electrode without potential,
/// resistance or end: what one plates the other strips. A filament from either side shorts the whole cell, with the profile's law.
/// The disc is as small as in the literature: there a single filament shows.
/// </remarks>
public sealed class SymmetricCell
{
    /// <summary>Area of the disc, m².</summary>
    public const double Area = 1e-4;

    private const double Endless = 1e6;          // hours at 1C: no test comes to an end of it
    private const double AtOnce = 1e9;           // times the exchange current: no overpotential
    private const double Isothermal = 1e7;       // W/K
    private const int FewestVolumes = 8;
    private const int MostIterations = 50;

    // Mechanisms of a positive electrode, of which there is none, and of the whole cell's short, which is added here.
    private static readonly string[] s_absent =
    [
        "composite-rails", "transmission-line", "solid-diffusion", "entropy", "leakage", "short-circuit", "calendar-fade", "cycle-fade",
        "stability-window", "interfacial-decomposition", "carbon-decomposition", "structural-disorder", "particle-cracking",
    ];

    private readonly Pack _left;
    private readonly Pack _right;
    private readonly ShortCircuit _short;
    private readonly double _perDensity;

    /// <summary>Makes the cell.</summary>
    /// <param name="bench">The cell its interfaces are of.</param>
    /// <param name="celsius">Temperature, degC.</param>
    /// <param name="pressure">Stack pressure, held, MPa.</param>
    /// <param name="contact">Contact factor at the start; below 1, what is lost does not heal.</param>
    public SymmetricCell(Workbench bench, double celsius, double pressure, double contact)
    {
        ArgumentNullException.ThrowIfNull(bench);
        CellParameters half = Half(bench.Cell, contact);
        _left = bench.Specimen(celsius, 0.5, pressure, half, FewestVolumes);
        _right = bench.Specimen(celsius, 0.5, pressure, half, FewestVolumes);
        _left.HoldPressure(pressure);
        _right.HoldPressure(pressure);
        _short = bench.Cell.Short;
        _perDensity = 1 / _left.CurrentDensity(0, 1);
    }

    /// <summary>Terminal voltage, V, positive while the left electrode plates.</summary>
    public double Voltage { get; private set; }

    /// <summary>The smaller contact factor of both electrodes.</summary>
    public double Contact => Math.Min(_left.Contact(0), _right.Contact(0));

    /// <summary>The larger filament index of both electrodes.</summary>
    public double FilamentIndex => Math.Max(_left.FilamentIndex(0), _right.FilamentIndex(0));

    /// <summary>Local current density that starts filaments, mA/cm².</summary>
    public double PlatingLimit => _left.PlatingLimit(0);

    /// <summary>Local current density that starts voids, mA/cm².</summary>
    public double StrippingLimit => _left.StrippingLimit(0);

    /// <summary>Moves the cell on.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="density">Current density, mA/cm², positive while the left electrode plates.</param>
    public void Advance(double seconds, double density)
    {
        double current = density * _perDensity;
        double through = Through(current);
        _left.Advance(seconds, through);
        _right.Advance(seconds, -through);
        Voltage = Between(Through(current));
    }

    // What crosses the electrolyte as ions, where filaments take the rest: I = i + G V(i).
    private double Through(double current)
    {
        double conductance = Conductance(_left) + Conductance(_right);
        double through = current;
        for (int iteration = 0; conductance > 0 && through != 0 && iteration < MostIterations; iteration++)
        {
            double next = current / (1 + (conductance * Between(through) / through));
            bool settled = Math.Abs(next - through) <= 1e-9 * Math.Abs(current);
            through = next;
            if (settled)
            {
                break;
            }
        }

        return through;
    }

    private double Between(double current) => _left.CellVoltage(0, current, 0) - _right.CellVoltage(0, -current, 0);

    // G = G_hard ((F - F_soft)/(1 - F_soft))^p, the law of the cell's own short.
    private double Conductance(Pack electrode)
    {
        double beyond = electrode.FilamentIndex(0) - _short.SoftIndex;
        return beyond > 0 ? _short.HardConductance * Math.Pow(beyond / (1 - _short.SoftIndex), _short.Exponent) : 0;
    }

    private static CellParameters Half(CellParameters cell, double contact)
    {
        CellParameters half = s_absent.Aggregate(cell, (parameters, key) => MechanismTable.Find(key)!.Without(parameters));
        double charge = Endless * cell.Cell.OneC * Area / cell.Cell.TotalArea;
        return half with
        {
            Cell = cell.Cell with { Layers = 1, LayerArea = Area, NominalCapacity = charge, WindowCapacity = charge },
            Positive = half.Positive with { OpenCircuitPotential = new Table([0, 1], [0, 0]), ExchangeCurrent = AtOnce * half.Positive.ExchangeCurrent },
            Separator = half.Separator with { Thickness = half.Separator.Thickness / 2 },
            Interface = half.Interface with
            {
                SeriesResistance = half.Interface.SeriesResistance / 2,
                ContactInitial = contact,
                ContactHealing = contact < 1 ? 0 : half.Interface.ContactHealing,
            },
            Thermal = half.Thermal with { CoreToSurface = Isothermal, SurfaceToAmbient = Isothermal },
        };
    }
}
