using System;
using Bms.Plant.Events;
using Bms.Plant.Parameters;

namespace Bms.Plant.Mechanics;

/// <summary>What stress does to one cell: particles and separator crack, lithium is squeezed out or through.</summary>
/// <remarks>Charge is counted in every step; the slow laws take it over every <see cref="Interval"/>, in the state of its end.</remarks>
public sealed class CellMechanics
{
    /// <summary>Time between two looks at the slow laws, s.</summary>
    public const double Interval = 10;

    private readonly double _mechanicalCurrent;
    private double _since;
    private double _cycles;
    private double _pressed;

    /// <summary>Starts unharmed.</summary>
    public CellMechanics(CellParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _mechanicalCurrent = parameters.Filament.MechanicalReferenceCurrent;
        Separator = new ElectrolyteCrack(parameters);
        Particles = new ParticleCracks(parameters.ParticleFracture);
        Lithium = new SqueezedLithium(parameters.Mechanics.RelaxingShare);
    }

    /// <summary>The crack of the separator.</summary>
    public ElectrolyteCrack Separator { get; }

    /// <summary>The cracks of the active particles.</summary>
    public ParticleCracks Particles { get; }

    /// <summary>Lithium that left the thickness of the stack.</summary>
    public SqueezedLithium Lithium { get; }

    /// <summary>Both kinds of cracks as they are now.</summary>
    public Cracks Cracks => new(
        Particles.Share, Particles.Rate, Particles.Severity, Separator.Length, Separator.Rate, Separator.Severity);

    /// <summary>Counts a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="cycles">Charge that passed, equivalent full cycles.</param>
    /// <param name="density">Mean current density, mA/cm², unsigned.</param>
    /// <param name="pressing">Mechanical filament growth at this pressure and temperature under full current, 1/s.</param>
    /// <returns>Whether an interval ended: <see cref="Advance"/> is due.</returns>
    public bool Count(double seconds, double cycles, double density, double pressing)
    {
        _since += seconds;
        _cycles += cycles;
        _pressed += seconds * pressing * Math.Min(1, density / _mechanicalCurrent);
        return _since >= Interval;
    }

    /// <summary>Moves the slow laws on by the time that was counted.</summary>
    /// <param name="load">What acts now.</param>
    public void Advance(in MechanicalLoad load)
    {
        Separator.Advance(_since, load.Pressure, load.Temperature, load.Plating);
        Particles.Advance(_since, _cycles, load.MeanVolume, load.SurfaceVolume, load.SetVolume);
        Lithium.Advance(_since, load.Creep, load.LithiumThickness);
        _since = 0;
        _cycles = 0;
    }

    /// <summary>What a filament index means: a full one is a short, by pressure if pressure made half of it.</summary>
    /// <param name="filament">Filament index.</param>
    public CellEvents Happened(double filament) =>
        (Separator.HasRun ? CellEvents.ElectrolyteCracked : CellEvents.None)
        | (filament < 1 ? CellEvents.None : _pressed >= 0.5 ? CellEvents.MechanicalShort : CellEvents.FilamentShort);
}
