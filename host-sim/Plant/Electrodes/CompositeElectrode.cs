using System;
using System.Numerics;
using Bms.Plant.Cells;
using Bms.Plant.Diffusion;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrodes;

/// <summary>The positive electrode: at every depth a particle that lithium diffuses in, and the double layer on its surface.</summary>
/// <remarks>A film, and a composite without rails, is one depth. All depths hold the same share of the sites.</remarks>
public sealed class CompositeElectrode
{
    // Share of free and of taken sites below which the exchange current falls no further.
    private const double FewestSites = 1e-4;

    private readonly CellDesign _design;
    private readonly DiffusionProfile[] _particles;
    private readonly double[] _overpotential;
    private double _layerEnergy;

    /// <summary>Makes an electrode at rest.</summary>
    /// <param name="design">The design.</param>
    /// <param name="stoichiometry">Stoichiometry everywhere.</param>
    public CompositeElectrode(CellDesign design, double stoichiometry)
    {
        ArgumentNullException.ThrowIfNull(design);
        PositiveElectrode positive = design.Parameters.Positive;
        _design = design;
        _particles = new DiffusionProfile[design.Depths];
        _overpotential = new double[design.Depths];
        for (int depth = 0; depth < _particles.Length; depth++)
        {
            _particles[depth] = new DiffusionProfile(design.Grid, design.Diffusivity, positive.DiffusionLength, positive.FluxSplit, stoichiometry);
        }

        Sum();
    }

    /// <summary>Mean stoichiometry of the electrode.</summary>
    public double Mean { get; private set; }

    /// <summary>Stoichiometry at the surface, mean over the depths.</summary>
    public double Surface { get; private set; }

    /// <summary>Particles, from the separator to the collector.</summary>
    public ReadOnlySpan<DiffusionProfile> Particles => _particles;

    /// <summary>Charge-transfer overpotential of every depth at the last step's end, V.</summary>
    public ReadOnlySpan<double> Overpotential => _overpotential;

    /// <summary>Sum of the overpotentials of all depths, V.</summary>
    public double OverpotentialSum { get; private set; }

    /// <summary>Open-circuit potential at the surface, mean over the depths, V.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public double SurfacePotential(double temperature)
    {
        double sum = 0;
        foreach (DiffusionProfile particle in _particles)
        {
            sum += _design.PotentialAt(particle.Surface, temperature);
        }

        return sum / _particles.Length;
    }

    /// <summary>Begins a step of diffusion and sets the circuit for its end.</summary>
    /// <param name="line">The circuit.</param>
    /// <param name="law">Kinetics of the cell.</param>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    /// <param name="perCharge">Fall of the mean stoichiometry per charge, 1/C.</param>
    public void Begin(TransmissionLine line, in TerminalLaw law, double seconds, double activation, double perCharge)
    {
        ArgumentNullException.ThrowIfNull(line);
        double perDepth = perCharge * _particles.Length;
        for (int depth = 0; depth < _particles.Length; depth++)
        {
            DiffusionProfile particle = _particles[depth];
            double here = particle.Surface;
            double surface = particle.Begin(seconds, activation, out double response);
            Set(line, law, depth, surface, response * perDepth, here);
        }
    }

    /// <summary>Completes the step with the currents that the circuit found.</summary>
    /// <param name="line">The circuit, solved.</param>
    /// <param name="law">Kinetics of the cell.</param>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="perCharge">Fall of the mean stoichiometry per charge, 1/C.</param>
    /// <param name="entropic">Sum of charge transfer times dU/dT, W/K.</param>
    /// <returns>Power that the electrode stored, chemically and in its double layers, mean over the step, W.</returns>
    public double Complete(TransmissionLine line, in TerminalLaw law, double seconds, double perCharge, out double entropic)
    {
        ArgumentNullException.ThrowIfNull(line);
        double perDepth = perCharge * _particles.Length;
        double stored = 0;
        double layers = 0;
        entropic = 0;
        for (int depth = 0; depth < _particles.Length; depth++)
        {
            DiffusionProfile particle = _particles[depth];
            double transferred = line.Transferred(depth);
            double before = particle.Mean;
            particle.Complete(-perDepth * transferred);
            double entropy = 0.5 * (_design.Entropy.At(before) + _design.Entropy.At(particle.Mean));
            double potential = 0.5 * (_design.OpenCircuit.At(before) + _design.OpenCircuit.At(particle.Mean));
            entropic += transferred * entropy;
            stored += transferred * (potential - (_design.Parameters.ReferenceTemperature * entropy));

            double overpotential = line.Overpotential(depth);
            layers += overpotential * (line.Potential(depth) + (0.5 * overpotential));
            _overpotential[depth] = overpotential;
        }

        // Charge in a double layer has crossed U, and half of η on average.
        double energy = law.PositiveCapacitance / _particles.Length * layers;
        stored += (energy - _layerEnergy) / seconds;
        _layerEnergy = energy;
        Sum();
        return stored;
    }

    /// <summary>Sets the circuit for some time after the last step.</summary>
    /// <param name="line">The circuit.</param>
    /// <param name="law">Kinetics of the cell then.</param>
    /// <param name="seconds">The time, s.</param>
    /// <param name="perCharge">Fall of the mean stoichiometry per charge, 1/C.</param>
    public void After(TransmissionLine line, in TerminalLaw law, double seconds, double perCharge)
    {
        ArgumentNullException.ThrowIfNull(line);
        double perDepth = perCharge * _particles.Length;
        for (int depth = 0; depth < _particles.Length; depth++)
        {
            double surface = _particles[depth].SurfaceAfter(seconds, out double response);
            Set(line, law, depth, surface, response * perDepth, surface);
        }
    }

    /// <summary>Its answer to a small alternating current around the last step's end.</summary>
    /// <param name="angular">Angular frequency, rad/s.</param>
    /// <param name="law">Kinetics of the cell.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    /// <param name="perCharge">Fall of the mean stoichiometry per charge, 1/C.</param>
    public LadderTerms Impedance(double angular, in TerminalLaw law, double activation, double perCharge)
    {
        int depths = _particles.Length;
        var kinetics = new Complex[depths];
        var diffusion = new Complex[depths];
        for (int depth = 0; depth < depths; depth++)
        {
            double surface = _particles[depth].Surface;
            var transfer = new ChargeTransfer(Exchange(law, surface), law.KineticScale, law.PositiveCapacitance / depths);
            Complex response = DiffusionImpedance.Response(_design.Parameters.Positive, activation * _design.Diffusivity.At(surface), angular);
            double slope = -_design.PotentialSlopeAt(surface, law.Temperature) * perCharge * depths;
            kinetics[depth] = transfer.Impedance(_overpotential[depth], angular);

            // Lithium moves only with what crosses the interface, not with what charges its double layer.
            diffusion[depth] = slope * response * transfer.Conductance(_overpotential[depth]) * kinetics[depth];
        }

        return LadderImpedance.Of(law, kinetics, diffusion);
    }

    // Of one depth, A.
    private double Exchange(in TerminalLaw law, double surface)
    {
        double sites = Math.Clamp(surface, FewestSites, 1 - FewestSites);
        return law.PositiveExchange / _particles.Length * 2 * Math.Sqrt(sites * (1 - sites));
    }

    private void Set(TransmissionLine line, in TerminalLaw law, int depth, double surface, double response, double reacting)
    {
        line.Set(depth, surface, response, _design.EntropicShift(surface, law.Temperature), Exchange(law, reacting), _overpotential[depth]);
    }

    private void Sum()
    {
        double mean = 0;
        double surface = 0;
        double overpotential = 0;
        for (int depth = 0; depth < _particles.Length; depth++)
        {
            mean += _particles[depth].Mean;
            surface += _particles[depth].Surface;
            overpotential += _overpotential[depth];
        }

        Mean = mean / _particles.Length;
        Surface = surface / _particles.Length;
        OverpotentialSum = overpotential;
    }
}
