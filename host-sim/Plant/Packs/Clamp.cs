using System;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;

namespace Bms.Plant.Packs;

/// <summary>A clamp that presses a group of cells: a stiff frame, or an actuator that holds a force.</summary>
/// <remarks>
/// P = P_set + dh/(n L_stack/E_eff + A n/k), dh summed over its n cells: the cells share the travel of a frame whose stiffness
/// is a cell's divided by n. So the pressure follows the mean swelling of the cells, as if each had a clamp of its own.
/// </remarks>
public sealed class Clamp
{
    private const double PascalPerMegapascal = 1e6;

    private readonly double _compliance;
    private double _unswollen;
    private double? _held;
    private double _offset;
    private double _rate;

    /// <summary>Sets a clamp.</summary>
    /// <param name="parameters">Physics of the cells.</param>
    /// <param name="pressure">Pressure at the start, MPa; null: as the set pressure and the swelling since then make it.</param>
    /// <param name="swelling">Mean swelling of its cells at the start, m.</param>
    public Clamp(CellParameters parameters, double? pressure, double swelling)
    {
        ArgumentNullException.ThrowIfNull(parameters);

        ClampMechanics mechanics = parameters.Mechanics;
        _compliance = PascalPerMegapascal
            * ((parameters.Cell.StackThickness / mechanics.EffectiveModulus) + (parameters.Cell.LayerArea / mechanics.FixtureStiffness));
        Applied = pressure ?? (mechanics.SetPressure + (swelling / _compliance));
        _unswollen = Applied - (swelling / _compliance);
        Stack = new StackPressure(parameters, Math.Max(0, Applied));
    }

    /// <summary>What the pressure means for the cells.</summary>
    public StackPressure Stack { get; }

    /// <summary>Pressure that the frame or actuator applies, MPa, without fault and without floor.</summary>
    public double Applied { get; private set; }

    /// <summary>Pressure on the cells, MPa, some time after the last step: fault included, not below 0.</summary>
    public double Pressure(double since) => Math.Max(0, Applied + (_rate * since) + _offset);

    /// <summary>Follows the mean swelling of the cells, m, over a step, s.</summary>
    public void Advance(double seconds, double swelling)
    {
        double applied = _held ?? (_unswollen + (swelling / _compliance));
        _rate = (applied - Applied) / seconds;
        Applied = applied;
        Stack.Set(Pressure(0));
    }

    /// <summary>Holds a force: the pressure jumps to <paramref name="megapascal"/> and no longer follows the cells.</summary>
    public void Hold(double megapascal)
    {
        _held = megapascal;
        Jump(megapascal);
    }

    /// <summary>Gives the clamp its stiffness back, from the present pressure and the present mean swelling, m.</summary>
    public void Release(double swelling)
    {
        _held = null;
        _unswollen = Applied - (swelling / _compliance);
    }

    /// <summary>Adds a fault to the pressure, MPa: negative for a loss.</summary>
    public void Shift(double megapascal)
    {
        _offset = megapascal;
        Jump(Applied);
    }

    private void Jump(double applied)
    {
        Applied = applied;
        _rate = 0;
        Stack.Set(Pressure(0));
    }
}
