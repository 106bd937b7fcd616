using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Storage;

namespace Bms.Device.Modes;

/// <summary>What the core is connected to: where frames come from, where decisions go, which pack that is.</summary>
public abstract class Mode
{
    /// <summary>Name, as on the serial line.</summary>
    public string Name;

    /// <summary>What renews the frame, in the order of a tick.</summary>
    public ISensor[] Sensors;

    /// <summary>Which of them are renewed in each tick of a round of 100 ms: five rows.</summary>
    public ISensor[][] Schedule;

    /// <summary>What acts on decisions, in the order of a tick.</summary>
    public IActuator[] Actuators;

    /// <summary>The cells' profile.</summary>
    public CellProfile Profile;

    /// <summary>The pack.</summary>
    public PackProfile Pack;

    /// <summary>Settings of the core.</summary>
    public Settings Settings;

    /// <summary>Whether frames carry a time of their own instead of the clock's.</summary>
    public bool KeepsOwnTime;

    /// <summary>Whether there are no more frames.</summary>
    public bool IsOver;

    /// <summary>Ticks between two lines on the serial line.</summary>
    public int ReportPeriod = 50;

    /// <summary>What the pack remembers from before, or what its first readings tell; one entry a cell.</summary>
    /// <param name="frame">Takes the first readings.</param>
    /// <returns>Null if the clock was stopped before they were there.</returns>
    public abstract RestoredState Restore(SensorFrame frame);

    /// <summary>Gets ready for the loop: the manager is made.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="state">Room for what is to be remembered.</param>
    public virtual void Begin(BatteryManager manager, RestoredState state)
    {
    }

    /// <summary>Before every step as long as the contactors are open: may hold back that the load may be connected.</summary>
    /// <param name="frame">The frame of the step.</param>
    /// <param name="isSteady">Whether ticks have been on time for so long that the external watchdog lets contactors close.</param>
    public virtual void Admit(SensorFrame frame, bool isSteady)
    {
    }

    /// <summary>After every fifth tick: what need not be done in each.</summary>
    /// <param name="decision">The newest decision.</param>
    /// <param name="time_ms">Monotonic time.</param>
    public virtual void EndRound(Decision decision, long time_ms)
    {
    }

    /// <summary>Makes every output safe.</summary>
    public virtual void MakeSafe()
    {
    }

    /// <summary>A schedule in which all are renewed in every tick.</summary>
    protected static ISensor[][] Always(ISensor[] sensors)
    {
        return new ISensor[][] { sensors, sensors, sensors, sensors, sensors };
    }
}
