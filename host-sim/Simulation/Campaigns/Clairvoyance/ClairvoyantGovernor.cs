using System;
using Bms.Core;
using Bms.Plant.Parameters;
using Bms.Simulation.Campaigns.Trials;

namespace Bms.Simulation.Campaigns.Clairvoyance;

/// <summary>The ceiling: knows states and parameters of the true pack, and every 10 s allows the highest current that breaks no true
/// constraint until it decides again.</summary>
/// <remarks>It does not know what the load will ask for, nor what befalls the pack. The limit in a direction is worked out when the load
/// first asks for it in a period; bisection, as breaking is monotone in the current.</remarks>
internal sealed class ClairvoyantGovernor : IGovernor
{
    private const int Period_ms = 10_000;
    private const double Precision = 0.003;
    private const double Finest = 0.0005;   // of 1C
    private const double Nearby = 0.02;
    private const double Tick = BatteryManager.Tick_ms / 1000.0;

    private readonly Trial _trial;
    private readonly Prospect _prospect;
    private readonly Thermostat _thermostat;
    private readonly Direction _charge;
    private readonly Direction _discharge;
    private readonly double _finest;

    /// <summary>Begins at the start of a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="raise">By how much it takes critical currents too high; 1: as they are.</param>
    public ClairvoyantGovernor(Trial trial, double raise = 1)
    {
        _trial = trial;
        _prospect = new Prospect(trial, raise);
        OperatingLimits limits = trial.Pack.Parameters.Limits;
        double oneC = trial.Pack.Parameters.Cell.OneC;
        _finest = Finest * oneC;
        _thermostat = new Thermostat(trial, trial.Pack);
        _charge = new Direction(1, limits.ChargeRateMaximum * oneC);
        _discharge = new Direction(-1, limits.DischargeRateMaximum * oneC);
    }

    /// <summary>Time in which plating held the load back, s.</summary>
    public double Plating { get; private set; }

    /// <summary>Time in which plating or stripping did, s.</summary>
    public double Critical { get; private set; }

    /// <inheritdoc/>
    public bool HeaterOn => _thermostat.Heats;

    /// <inheritdoc/>
    public void Look(long time_ms)
    {
    }

    /// <inheritdoc/>
    public double Limit(long time_ms, bool charges)
    {
        Direction direction = charges ? _charge : _discharge;
        long period = time_ms / Period_ms;
        if (direction.Period != period)
        {
            double seconds = (((period + 1) * Period_ms) - _trial.PlantTime_ms) / 1000.0;
            Decide(direction, seconds);
            direction.Period = period;
        }

        return direction.Limit;
    }

    /// <inheritdoc/>
    public void HeldBack(bool charges)
    {
        Binding binding = (charges ? _charge : _discharge).Binding;
        Plating += binding == Binding.Plating ? Tick : 0;
        Critical += binding is Binding.Plating or Binding.Stripping ? Tick : 0;
    }

    private void Decide(Direction direction, double seconds)
    {
        double high = direction.Ceiling;
        direction.Binding = _prospect.Broken(direction.Sign * high, seconds);
        if (direction.Binding == Binding.None)
        {
            direction.Limit = high;
            return;
        }

        double low = 0;
        double guess = direction.Limit;
        for (int side = 0; side < 2 && guess > low && guess < high; side++)
        {
            bool keeps = Try(direction, guess, seconds, ref low, ref high);
            guess *= keeps ? 1 + Nearby : 1 - Nearby;
        }

        while (high - low > Math.Max(_finest, Precision * high))
        {
            Try(direction, 0.5 * (low + high), seconds, ref low, ref high);
        }

        direction.Limit = low;
    }

    private bool Try(Direction direction, double current, double seconds, ref double low, ref double high)
    {
        Binding broken = _prospect.Broken(direction.Sign * current, seconds);
        if (broken == Binding.None)
        {
            low = current;
            return true;
        }

        high = current;
        direction.Binding = broken;
        return false;
    }

    private sealed class Direction(int sign, double ceiling)
    {
        public int Sign { get; } = sign;

        public double Ceiling { get; } = ceiling;

        public double Limit { get; set; }

        public Binding Binding { get; set; }

        public long Period { get; set; } = -1;
    }
}
