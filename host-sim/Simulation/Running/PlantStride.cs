using Bms.Core;
using Bms.Plant.Packs;
using Bms.Simulation.Judging;

namespace Bms.Simulation.Running;

/// <summary>Lets a true pack follow a current that changes every tick: half a second at a time, with the mean of what flowed. The judge
/// looks at every tick and at every step.</summary>
internal sealed class PlantStride
{
    /// <summary>Length of a step of the plant, ms: whole ticks.</summary>
    public const int Step_ms = 500;

    private const int Tick_ms = BatteryManager.Tick_ms;
    private const double Tick = Tick_ms / 1000.0;

    private readonly Pack _pack;
    private readonly Judge _judge;
    private double _charge;

    /// <summary>Begins at the start of a run.</summary>
    public PlantStride(Pack pack, Judge judge)
    {
        _pack = pack;
        _judge = judge;
    }

    /// <summary>Time up to which the pack has been advanced, ms.</summary>
    public long Time_ms { get; private set; }

    /// <summary>A current flows for a tick.</summary>
    /// <param name="time_ms">Beginning of the tick.</param>
    /// <param name="current">The current, A, positive on charge.</param>
    /// <param name="heaterOn">Whether the heater is to run from the next step on.</param>
    /// <returns>Whether the pack has followed.</returns>
    public bool Carry(long time_ms, double current, bool heaterOn)
    {
        long end_ms = time_ms + Tick_ms;
        _charge += current * Tick;
        _judge.LookAtTick(end_ms / 1000.0, Tick, current, (end_ms - Time_ms) / 1000.0);
        if (end_ms - Time_ms < Step_ms)
        {
            return false;
        }

        Follow(end_ms, current, heaterOn);
        return true;
    }

    /// <summary>The pack follows up to a time after that of its last step.</summary>
    /// <param name="time_ms">The time.</param>
    /// <param name="current">Current that flows then, A.</param>
    /// <param name="heaterOn">Whether the heater is to run from then on: heat decided on meanwhile warms it only now.</param>
    public void Follow(long time_ms, double current, bool heaterOn)
    {
        double step = (time_ms - Time_ms) / 1000.0;
        double mean = _charge / step;
        _pack.Advance(step, mean);
        _pack.HeaterOn = heaterOn;
        Time_ms = time_ms;
        _charge = 0;
        _judge.LookAtStates(time_ms / 1000.0, step, mean, current);
    }
}
