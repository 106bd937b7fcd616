using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrolytes;

/// <summary>Free lithium across a glass film under current: it drifts, diffuses, pairs up and is set free again.</summary>
/// <remarks>
/// Raijmakers 2020, Eqs. 17-25, with u = c/(δ c0) and y from the lithium face to that of the positive electrode:
/// du/dt = D d²u/dy² + k_r δ c0 ((1 - δ u)/(1 - δ) - u²); du/dy = i/(2 F D+ δ c0) at both faces, i positive on charge, because only Li+
/// crosses them. The drop across the film is i L/σ mean(1/u) + 2 t- RT/F ln(u_positive/u_lithium): migration, and diffusion
/// including the Nernst potential between the faces. The diffusivities follow the conductivity over temperature, D = σ RT/(F² c);
/// L/σ itself is that of the separator. Backward Euler, the reaction linearised, on volumes that resolve the reaction length at both faces. Beyond
/// the current that generation can feed, the published equations have no solution: pairs are then set free as fast as they are taken.
/// </remarks>
public sealed class IonPairFilm
{
    private const int Volumes = 24;

    // Outermost volume over the reaction length.
    private const double Resolution = 0.125;

    private const double Least = 0.01;

    private readonly IonPairs _pairs;
    private readonly Arrhenius _recombination;
    private readonly double _referenceTemperature;
    private readonly double[] _size = new double[Volumes];
    private readonly double[] _ease = new double[Volumes];
    private readonly double[] _free = new double[Volumes];
    private readonly double[] _share = new double[Volumes];
    private readonly double _pace;
    private readonly double _slope;
    private readonly double _bound;
    private readonly double _reaction;

    /// <summary>Starts in equilibrium.</summary>
    /// <param name="pairs">Constants of the electrolyte.</param>
    /// <param name="thickness">Thickness of the film, m.</param>
    /// <param name="referenceTemperature">Temperature at which the constants hold, K.</param>
    public IonPairFilm(IonPairs pairs, double thickness, double referenceTemperature)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        _pairs = pairs;
        _recombination = new Arrhenius(pairs.RecombinationActivation, referenceTemperature);
        _referenceTemperature = referenceTemperature;
        _pace = pairs.PairDiffusivity / (thickness * thickness);
        _slope = thickness / (2 * Constants.Faraday * pairs.CationDiffusivity * pairs.FreeConcentration);
        _bound = 1 / (1 - pairs.MobileFraction);
        _reaction = pairs.Recombination * pairs.FreeConcentration;
        Divide(Resolution * pairs.ReactionLength / thickness);
        Array.Fill(_free, 1);
    }

    /// <summary>Resistance to migration over that of the even film.</summary>
    public double RelativeResistance { get; private set; } = 1;

    /// <summary>Free lithium at the lithium electrode over that in equilibrium.</summary>
    public double AtLithium { get; private set; } = 1;

    /// <summary>Free lithium at the positive electrode over that in equilibrium.</summary>
    public double AtPositive { get; private set; } = 1;

    /// <summary>What diffusion and the unlike faces add to the voltage, V, positive while charging.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public double Polarisation(double temperature) =>
        2 * _pairs.AnionTransference * Constants.GasConstant * temperature / Constants.Faraday * Math.Log(AtPositive / AtLithium);

    /// <summary>Free lithium from the lithium electrode to the positive, over that in equilibrium.</summary>
    public ReadOnlySpan<double> Free => _free;

    /// <summary>Moves the film on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="density">Current density, A/m², positive on charge.</param>
    /// <param name="conduction">Conductivity over that at the reference temperature.</param>
    /// <param name="temperature">Temperature, K.</param>
    public void Advance(double seconds, double density, double conduction, double temperature)
    {
        double mobility = conduction * temperature / _referenceTemperature;
        double slope = _slope * density / mobility;
        double pace = _pace * mobility * seconds;
        Eliminate(pace, _reaction * _recombination.At(1 / temperature) * seconds, slope * pace);
        Substitute();
        AtLithium = Math.Max(Least, _free[0] - (0.5 * slope * _size[0]));
        AtPositive = Math.Max(Least, _free[^1] + (0.5 * slope * _size[^1]));
    }

    private void Eliminate(double pace, double reaction, double entering)
    {
        double reach = 0;
        double load = -entering;
        for (int k = 0; k < Volumes; k++)
        {
            double u = _free[k];
            double size = _size[k];
            double fall = reaction * ((_pairs.MobileFraction * _bound) + (2 * u));
            double rise = reaction * (_bound + (u * u));   // r(u) less its linear part
            double ease = pace * _ease[k];
            load += size * (u + rise) + (k == Volumes - 1 ? entering : 0);
            reach += size * (1 + fall);
            double inverse = 1 / (reach + ease);
            _free[k] = load * inverse;
            _share[k] = ease * inverse;
            load *= _share[k];
            reach *= _share[k];
        }
    }

    private void Substitute()
    {
        double resistance = 0;
        double next = 0;
        for (int k = Volumes - 1; k >= 0; k--)
        {
            next = _free[k] + (_share[k] * next);
            double free = Math.Max(Least, next);
            _free[k] = free;
            resistance += _size[k] / free;
        }

        RelativeResistance = resistance;
    }

    // Volumes of the unit film, growing by a power law from both faces to the middle.
    private void Divide(double outermost)
    {
        double power = Math.Max(1, Math.Log(2 * outermost) / Math.Log(2.0 / Volumes));
        double from = 0;
        for (int k = 0; k < Volumes; k++)
        {
            double part = 2.0 * (k + 1) / Volumes;
            double to = part <= 1 ? 0.5 * Math.Pow(part, power) : 1 - (0.5 * Math.Pow(2 - part, power));
            _size[k] = to - from;
            from = to;
        }

        for (int k = 0; k < Volumes - 1; k++)
        {
            _ease[k] = 2 / (_size[k] + _size[k + 1]);
        }
    }
}
