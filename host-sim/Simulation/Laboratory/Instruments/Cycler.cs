using System;
using System.Threading;
using Bms.Plant.Packs;

namespace Bms.Simulation.Laboratory.Instruments;

/// <summary>A battery cycler with one cell on it: sets a current or holds a voltage, counts what passes, and tells every step.</summary>
/// <remarks>Currents are in A, positive on charge. What it reads is the cell itself, without sensor errors.</remarks>
public sealed class Cycler
{
    private const int StepsBetweenChecks = 512;

    private readonly CancellationToken _cancellation;
    private double _before;
    private int _steps;

    /// <summary>Puts a cell on the cycler.</summary>
    public Cycler(Pack cell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Cell = cell;
        _cancellation = cancellation;
        Voltage = cell.CellVoltage(0, 0, 0);
    }

    /// <summary>The cell.</summary>
    public Pack Cell { get; }

    /// <summary>Length of a step, s, above 0.</summary>
    public double Step { get; set; } = 1;

    /// <summary>Called after every step.</summary>
    public Action<Cycler>? Observer { get; set; }

    /// <summary>Time since the cell was put on, s.</summary>
    public double Time { get; private set; }

    /// <summary>Current of the last step, A.</summary>
    public double Current { get; private set; }

    /// <summary>Terminal voltage at the end of the last step, V.</summary>
    public double Voltage { get; private set; }

    /// <summary>Charge since the counters were cleared, A h.</summary>
    public double Charge { get; private set; }

    /// <summary>Energy since the counters were cleared, W h.</summary>
    public double Energy { get; private set; }

    /// <summary>Clears the counters of charge and energy.</summary>
    public void Clear() => Charge = Energy = 0;

    /// <summary>Lets the cell rest.</summary>
    public void Rest(double seconds) => Drive(0, seconds, _ => false);

    /// <summary>Discharges, or charges, to a voltage.</summary>
    /// <param name="current">Current, A; its sign is the direction.</param>
    /// <param name="voltage">Where it ends, V.</param>
    /// <param name="longest">Longest it may take, s.</param>
    /// <returns>Whether the voltage was reached.</returns>
    public bool DriveTo(double current, double voltage, double longest) =>
        Drive(current, longest, cycler => current < 0 ? cycler.Voltage <= voltage : cycler.Voltage >= voltage);

    /// <summary>Drives a current until something is so.</summary>
    /// <param name="current">Current, A.</param>
    /// <param name="longest">Longest it may take, s.</param>
    /// <param name="until">Asked at once and after every step.</param>
    /// <returns>Whether it came to be so.</returns>
    public bool Drive(double current, double longest, Func<Cycler, bool> until)
    {
        ArgumentNullException.ThrowIfNull(until);
        Current = current;
        Voltage = _before = Cell.CellVoltage(0, current, 0);
        for (double end = Time + longest - (Step / 2); Time < end;)
        {
            if (until(this))
            {
                return true;
            }

            Advance(current);
        }

        return until(this);
    }

    /// <summary>Holds a voltage until the current has fallen.</summary>
    /// <param name="voltage">The voltage, V.</param>
    /// <param name="least">Magnitude of current at which it ends, A.</param>
    /// <param name="longest">Longest it may take, s.</param>
    /// <remarks>After every step the current goes by nearly as much as the resistance of the cell under current says; so it neither
    /// overshoots nor needs the cell's law.</remarks>
    public void Hold(double voltage, double least, double longest)
    {
        const double Gain = 0.7;
        double current = Current;
        _before = Voltage;
        for (double end = Time + longest - (Step / 2); Time < end && Math.Abs(current) > least;)
        {
            Advance(current);
            current += Gain * (voltage - Voltage) / Resistance(current);
        }
    }

    /// <summary>Resistance at a current, Ohm: all that stands between the terminals and the surface of the positive electrode.</summary>
    public double Resistance(double current)
    {
        var terms = Cell.Overpotentials(0, current);
        return (terms.Settled - terms.OpenCircuit - terms.Diffusion) / current;
    }

    private void Advance(double current)
    {
        if (_steps++ % StepsBetweenChecks == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        Cell.Advance(Step, current);
        Time += Step;
        Current = current;
        Voltage = Cell.CellVoltage(0, current, 0);
        Charge += current * Step / 3600;
        Energy += current * 0.5 * (_before + Voltage) * Step / 3600;
        _before = Voltage;
        Observer?.Invoke(this);
    }
}
