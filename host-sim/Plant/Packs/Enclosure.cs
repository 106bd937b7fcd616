using System;
using Bms.Plant.Degradation;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Packs;

/// <summary>The housing of a pack: gas of its cells gathers in its air, and leaves with it.</summary>
/// <remarks>dn/dt = r - λ n in well-mixed air, exact for a constant release r. λ is the exchange of air with the outside.</remarks>
public sealed class Enclosure
{
    private const double AirPressure = 101_325;
    private const double PartsPerMillion = 1e6;

    private readonly double _volume;
    private readonly double _exchange;
    private readonly double[] _perWater;
    private readonly double[] _amount = new double[3];

    /// <summary>Closes a housing of clean air.</summary>
    /// <param name="reaction">What a breached cell makes of water.</param>
    /// <param name="volume">Free volume, m³.</param>
    /// <param name="exchange">Exchange of air, 1/s.</param>
    public Enclosure(MoistureReaction reaction, double volume, double exchange)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        _volume = volume;
        _exchange = exchange;
        _perWater = [reaction.HydrogenSulfide, reaction.Phosphine, reaction.Ammonia];
    }

    /// <summary>Lets a while go by.</summary>
    /// <param name="seconds">Length of the while, s.</param>
    /// <param name="water">Water that all cells took up in it, mol.</param>
    public void Advance(double seconds, double water)
    {
        double away = _exchange * seconds;
        double stays = Math.Exp(-away);
        double arrives = away > 0 ? (1 - stays) / away : 1;
        for (int species = 0; species < _amount.Length; species++)
        {
            _amount[species] = (_amount[species] * stays) + (_perWater[species] * water * arrives);
        }
    }

    /// <summary>Concentration of a gas, ppm by volume.</summary>
    /// <param name="species">The gas.</param>
    /// <param name="temperature">Temperature of the air, K.</param>
    public double Concentration(GasSpecies species, double temperature) =>
        PartsPerMillion * _amount[(int)species] * Constants.GasConstant * temperature / (AirPressure * _volume);
}
