using System;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrodes;

/// <summary>
/// The circuit of a cell at one instant: a composite positive electrode as a ladder of an ionic and an electronic rail with an
/// interface at every depth, in series with the resistances and the negative interface, leaking between the terminals.
/// </summary>
/// <remarks>
/// Unknown are the ionic currents i(f) between neighbouring depths and the current I through all of it, so that no charge is lost
/// whatever the iteration does. Mesh of depths f and f+1: Φ(f+1) + e i(f) = Φ(f) + s (I - i(f)), where Φ = U + η of an interface
/// rises with the current i(f-1) - i(f) that it takes, and e and s are the rails between two depths. The meshes are the gradient
/// of the sum of all ∫Φ di and of the ohmic terms, which is convex: Newton with a look back along each step finds its only
/// minimum from anywhere. Review, transmission line after Braun.
/// </remarks>
public sealed class TransmissionLine
{
    private const int MostIterations = 50;

    // Newton's last step relative to a depth's current or exchange current: what it neglects is below 1e-6 of the kinetic scale.
    private const double Close = 1e-3;

    // A step at whose end the sum rises by more than this part of the fall at its beginning went too far.
    private const double Overshoot = 0.5;

    private readonly DenseTable _openCircuit;
    private readonly Depth[] _depths;
    private readonly Mesh[] _meshes;
    private readonly double[] _faces;
    private double _inner;
    private double _innerStep;

    /// <summary>Makes a circuit without current.</summary>
    /// <param name="openCircuit">Open-circuit potential over stoichiometry at the reference temperature, V, falling.</param>
    /// <param name="depths">Depths at which the electrode reacts, at least 1; with 1 it is lumped.</param>
    public TransmissionLine(DenseTable openCircuit, int depths)
    {
        ArgumentNullException.ThrowIfNull(openCircuit);
        ArgumentOutOfRangeException.ThrowIfLessThan(depths, 1);
        _openCircuit = openCircuit;
        _depths = new Depth[depths];
        _meshes = new Mesh[depths - 1];
        _faces = new double[depths - 1];
    }

    /// <summary>Ionic currents between neighbouring depths as solved, A.</summary>
    public ReadOnlySpan<double> Faces => _faces;

    /// <summary>Overpotential of the negative interface as solved, V.</summary>
    public double NegativeOverpotential { get; private set; }

    /// <summary>Current into the interface of a depth as solved, A: charge transfer and double layer.</summary>
    public double Current(int depth) => _depths[depth].Current;

    /// <summary>Part of <see cref="Current"/> that is charge transfer, mean over the time, A.</summary>
    public double Transferred(int depth) => _depths[depth].Transferred;

    /// <summary>Charge-transfer overpotential of a depth as solved, V.</summary>
    public double Overpotential(int depth) => _depths[depth].Overpotential;

    /// <summary>U at the particles' surface of a depth as solved, V.</summary>
    public double Potential(int depth) => _depths[depth].Potential;

    /// <summary>Sets what a depth is like.</summary>
    /// <param name="depth">The depth, 0 at the separator.</param>
    /// <param name="surface">Stoichiometry at the particles' surface without any current.</param>
    /// <param name="response">Its fall per current of charge transfer, 1/A.</param>
    /// <param name="entropic">Shift of the open-circuit potential by temperature, V.</param>
    /// <param name="exchange">Exchange current, A.</param>
    /// <param name="held">Overpotential at which the double layer stands, V.</param>
    public void Set(int depth, double surface, double response, double entropic, double exchange, double held)
    {
        ref Depth place = ref _depths[depth];
        place.Surface = surface;
        place.Response = response;
        place.Entropic = entropic;
        place.Exchange = exchange;
        place.Held = held;
    }

    /// <summary>Finds the current through the electrodes and the terminal voltage some time after a terminal current began.</summary>
    /// <param name="current">Terminal current, A, positive on charge.</param>
    /// <param name="seconds">The time, s; infinite: all double layers have settled.</param>
    /// <param name="law">Kinetics and resistances.</param>
    /// <param name="negativeHeld">Overpotential at which the negative double layer stands, V.</param>
    /// <param name="likely">Where to begin.</param>
    /// <param name="voltage">Terminal voltage, V.</param>
    /// <returns>Current through the electrodes, A.</returns>
    public double Solve(double current, double seconds, in TerminalLaw law, double negativeHeld, in LineGuess likely, out double voltage)
    {
        Rails rails = Rails.Between(law, _depths.Length);
        var negative = new ChargeTransfer(law.NegativeExchange, law.KineticScale, law.NegativeCapacitance);
        double leak = law.Conductance;
        double falling = 0;
        Begin(likely, current - (leak * likely.Voltage));
        for (int iteration = 0; ; iteration++)
        {
            NegativeOverpotential = negative.After(seconds, _inner, negativeHeld, out double negativeSlope, out _, out _);
            voltage = Evaluate(seconds, law, rails) + NegativeOverpotential + (_inner * law.Resistance) + law.Offset;
            if (iteration > 0 && iteration < MostIterations)
            {
                double rising = Along(voltage, current, leak);
                if (rising > Overshoot * falling)
                {
                    falling *= Retreat(falling / (falling + rising));
                    continue;
                }
            }

            double slope = negativeSlope + law.Resistance;
            double settled = voltage;
            Eliminate(rails, ref settled, ref slope);
            _innerStep = (current - _inner - (leak * settled)) / (1 + (leak * slope));
            Substitute();
            falling = -Along(voltage, current, leak);
            voltage = settled + (slope * _innerStep);
            if (Advance() || iteration >= MostIterations)
            {
                NegativeOverpotential += negativeSlope * _innerStep;
                return _inner;
            }
        }
    }

    /// <summary>What the rails take as solved, mean over the ways through all depths, V.</summary>
    /// <param name="law">The law it was solved with.</param>
    /// <param name="ionic">Drop along the ionic rail.</param>
    /// <param name="electronic">Drop along the electronic rail.</param>
    public void RailDrops(in TerminalLaw law, out double ionic, out double electronic)
    {
        int count = _depths.Length;
        double piece = 3.0 / count;
        double ionicSum = Rails.EndShare(count) * _inner;
        double electronicSum = ionicSum;
        for (int f = 0; f < _faces.Length; f++)
        {
            ionicSum += _faces[f] * (count - 1 - f) / count;
            electronicSum += (_inner - _faces[f]) * (f + 1) / count;
        }

        ionic = piece * law.IonicRail * ionicSum;
        electronic = piece * law.ElectronicRail * electronicSum;
    }

    // The last distribution, with what the current changed by spread evenly.
    private void Begin(in LineGuess likely, double inner)
    {
        double change = (inner - likely.Inner) / _depths.Length;
        ReadOnlySpan<double> faces = likely.Faces;
        for (int f = 0; f < _faces.Length; f++)
        {
            _faces[f] = faces[f] + (change * (_depths.Length - 1 - f));
        }

        _inner = inner;
        Distribute();
    }

    private void Distribute()
    {
        double[] faces = _faces;
        Depth[] depths = _depths;
        double above = _inner;
        for (int k = 0; k < faces.Length; k++)
        {
            depths[k].Current = above - faces[k];
            above = faces[k];
        }

        depths[^1].Current = above;
    }

    // Every interface at its current, and what is left over in the meshes; returns the voltage across the electrode.
    private double Evaluate(double seconds, in TerminalLaw law, in Rails rails)
    {
        Depth[] depths = _depths;
        double capacitance = law.PositiveCapacitance / depths.Length;
        for (int k = 0; k < depths.Length; k++)
        {
            ref Depth place = ref depths[k];
            var transfer = new ChargeTransfer(place.Exchange, law.KineticScale, capacitance);
            place.Overpotential = transfer.After(
                seconds, place.Current, place.Held, out place.OverpotentialSlope, out place.Transferred, out place.TransferredSlope);
            place.Potential = _openCircuit.At(place.Surface - (place.Response * place.Transferred), out double fall) + place.Entropic;
            place.PotentialSlope = place.Response * place.TransferredSlope * Math.Max(0, -fall);
        }

        double voltage = depths[0].Voltage + (rails.Ends * _inner);
        for (int f = 0; f < _faces.Length; f++)
        {
            double electronic = rails.Electronic * (_inner - _faces[f]);
            voltage += electronic;
            _meshes[f].Residual = depths[f + 1].Voltage - depths[f].Voltage + (rails.Ionic * _faces[f]) - electronic;
        }

        return voltage;
    }

    // Takes the currents between the depths out of the equations: what is left is a source and a slope.
    private void Eliminate(in Rails rails, ref double voltage, ref double slope)
    {
        Depth[] depths = _depths;
        Mesh[] meshes = _meshes;
        slope += depths[0].Slope + rails.Ends + (meshes.Length * rails.Electronic);
        double factor = 0;
        double load = 0;
        double coupling = 0;
        for (int f = 0; f < meshes.Length; f++)
        {
            double here = depths[f].Slope;
            ref Mesh mesh = ref meshes[f];
            double own = -rails.Electronic - (f == 0 ? here : 0);
            double pivot = here + depths[f + 1].Slope + rails.Ionic + rails.Electronic + (factor * here);
            load = mesh.Residual - (factor * load);
            coupling = own - (factor * coupling);
            mesh.Load = load;
            mesh.Coupling = coupling;
            mesh.InversePivot = 1 / pivot;
            factor = -depths[f + 1].Slope * mesh.InversePivot;
            voltage -= coupling * load * mesh.InversePivot;
            slope -= coupling * coupling * mesh.InversePivot;
        }
    }

    private void Substitute()
    {
        double next = 0;
        for (int f = _meshes.Length - 1; f >= 0; f--)
        {
            ref Mesh mesh = ref _meshes[f];
            next = ((_depths[f + 1].Slope * next) - mesh.Load - (mesh.Coupling * _innerStep)) * mesh.InversePivot;
            mesh.Step = next;
        }
    }

    // Slope of the convex sum along the last step.
    private double Along(double voltage, double current, double leak)
    {
        double sum = leak > 0 ? (voltage - ((current - _inner) / leak)) * _innerStep : 0;
        foreach (ref readonly Mesh mesh in _meshes.AsSpan())
        {
            sum += mesh.Residual * mesh.Step;
        }

        return sum;
    }

    // Goes the step; whether it was short enough for its straight lines to hold.
    private bool Advance()
    {
        _inner += _innerStep;
        bool isClose = true;
        double above = _innerStep;
        for (int k = 0; k < _depths.Length; k++)
        {
            double below = 0;
            if (k < _faces.Length)
            {
                below = _meshes[k].Step;
                _faces[k] += below;
            }

            ref Depth place = ref _depths[k];
            double step = above - below;
            isClose &= Math.Abs(step) <= Close * (place.Exchange + Math.Abs(place.Current));
            place.Overpotential += place.OverpotentialSlope * step;
            place.Potential += place.PotentialSlope * step;
            place.Transferred += place.TransferredSlope * step;
            above = below;
        }

        Distribute();
        return isClose;
    }

    // Goes back to a part of the last step.
    private double Retreat(double part)
    {
        double kept = Math.Clamp(part, 0.1, 0.9);
        double back = kept - 1;
        _inner += back * _innerStep;
        _innerStep *= kept;
        for (int f = 0; f < _faces.Length; f++)
        {
            ref Mesh mesh = ref _meshes[f];
            _faces[f] += back * mesh.Step;
            mesh.Step *= kept;
        }

        Distribute();
        return kept;
    }

    // An interface with the particles behind it.
    private struct Depth
    {
        public double Surface;
        public double Response;
        public double Entropic;
        public double Exchange;
        public double Held;
        public double Current;
        public double Overpotential;
        public double OverpotentialSlope;
        public double Transferred;
        public double TransferredSlope;
        public double Potential;
        public double PotentialSlope;

        public readonly double Voltage => Potential + Overpotential;

        public readonly double Slope => PotentialSlope + OverpotentialSlope;
    }

    // The loop of two neighbouring depths and the rails between them.
    private struct Mesh
    {
        public double Residual;
        public double Load;
        public double Coupling;
        public double InversePivot;
        public double Step;
    }
}
