using System;
using System.Numerics;
using Bms.Plant.Electrodes;

namespace Bms.Plant.Cells;

/// <summary>Both electrodes of a cell as one circuit: which current flows through which depth, and what the terminals show.</summary>
/// <remarks>
/// V = U(x_s) + η_p + rails + I R + η_n, where I, positive on charge, is the current through the electrodes: I = I_terminal - G V.
/// A step is implicit in the currents, the overpotentials and the concentrations together: backward Euler for diffusion, the
/// closed solution for the double layers. Temperature, contact and the like are continued to the step's end.
/// </remarks>
internal sealed class CellCircuit
{
    private readonly CompositeElectrode _positive;
    private readonly TransmissionLine _line;
    private readonly double[] _faces;
    private double _negative;
    private double _inner;
    private double _voltage;

    /// <summary>Makes a circuit at rest.</summary>
    /// <param name="design">The design.</param>
    /// <param name="stoichiometry">Stoichiometry everywhere.</param>
    /// <param name="temperature">Temperature, K.</param>
    public CellCircuit(CellDesign design, double stoichiometry, double temperature)
    {
        _positive = new CompositeElectrode(design, stoichiometry);
        _line = new TransmissionLine(design.OpenCircuit, design.Depths);
        _faces = new double[design.Depths - 1];
        _voltage = _positive.SurfacePotential(temperature);
    }

    /// <summary>The positive electrode.</summary>
    public CompositeElectrode Positive => _positive;

    /// <summary>Overpotential of the negative electrode at the last step's end, V.</summary>
    public double NegativeOverpotential => _negative;

    /// <summary>Power that the electrodes stored over the last step, chemically and in their double layers, W.</summary>
    public double StoredPower { get; private set; }

    /// <summary>Sum of charge transfer times dU/dT over the last step: reversible heat per temperature, W/K.</summary>
    public double EntropicPower { get; private set; }

    private LineGuess Last => new(_faces, _inner, _voltage);

    /// <summary>Moves the circuit on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="current">Mean terminal current, A.</param>
    /// <param name="law">Kinetics and resistances.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    /// <param name="perCharge">Fall of the mean stoichiometry per charge, 1/C.</param>
    /// <param name="voltage">Terminal voltage at the step's end, V.</param>
    /// <returns>Current through the electrodes, A.</returns>
    public double Advance(double seconds, double current, in TerminalLaw law, double activation, double perCharge, out double voltage)
    {
        _positive.Begin(_line, law, seconds, activation, perCharge);
        _inner = _line.Solve(current, seconds, law, _negative, Last, out voltage);
        double negative = _line.NegativeOverpotential;
        double layer = law.NegativeCapacitance * ((negative * negative) - (_negative * _negative)) / (2 * seconds);
        StoredPower = _positive.Complete(_line, law, seconds, perCharge, out double entropic) + layer;
        EntropicPower = entropic;
        _line.Faces.CopyTo(_faces);
        _negative = negative;
        _voltage = voltage;
        return _inner;
    }

    /// <summary>Terminal voltage some time after the last step, V.</summary>
    /// <param name="current">Terminal current since, A.</param>
    /// <param name="seconds">The time, s.</param>
    /// <param name="law">Kinetics and resistances then.</param>
    /// <param name="perCharge">Fall of the mean stoichiometry per charge, 1/C.</param>
    public double Voltage(double current, double seconds, in TerminalLaw law, double perCharge)
    {
        _positive.After(_line, law, seconds, perCharge);
        _line.Solve(current, seconds, law, _negative, Last, out double voltage);
        return voltage;
    }

    /// <summary>Takes the voltage apart as it would be at the last step's end if all double layers had settled.</summary>
    /// <param name="current">Terminal current, A.</param>
    /// <param name="law">Kinetics and resistances.</param>
    /// <param name="terms">Surface potential, kinetics of both electrodes and both rails, V.</param>
    /// <returns>Current through the electrodes, A.</returns>
    public double Settled(double current, in TerminalLaw law, out ElectrodeTerms terms)
    {
        _positive.After(_line, law, 0, 0);
        double inner = _line.Solve(current, double.PositiveInfinity, law, _negative, Last, out _);
        _line.RailDrops(law, out double ionic, out double electronic);
        double potential = 0;
        double overpotential = 0;
        int depths = _positive.Particles.Length;
        for (int depth = 0; depth < depths; depth++)
        {
            potential += _line.Potential(depth);
            overpotential += _line.Overpotential(depth);
        }

        terms = new ElectrodeTerms(potential / depths, overpotential / depths, _line.NegativeOverpotential, ionic, electronic);
        return inner;
    }

    /// <summary>The electrodes' answer to a small alternating current around the last step's end.</summary>
    /// <param name="angular">Angular frequency, rad/s.</param>
    /// <param name="law">Kinetics and resistances.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    /// <param name="perCharge">Fall of the mean stoichiometry per charge, 1/C.</param>
    /// <param name="negative">Charge transfer and double layer of the negative electrode, Ohm.</param>
    public LadderTerms Impedance(double angular, in TerminalLaw law, double activation, double perCharge, out Complex negative)
    {
        negative = new ChargeTransfer(law.NegativeExchange, law.KineticScale, law.NegativeCapacitance).Impedance(_negative, angular);
        return _positive.Impedance(angular, law, activation, perCharge);
    }
}
