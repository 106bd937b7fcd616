using System;
using Bms.Core.Cells;
using Bms.Core.Estimation;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Device.Modes;

/// <summary>The charge of a pack that nobody remembers: with open contactors, its voltages tell it.</summary>
/// <remarks>How long they have been at rest nobody knows either, so the charge counts as unknown: the core allows no current until
/// its voltages have borne it out.</remarks>
public static class RestedPack
{
    private const int Phases = 5;
    private const int NoticeTicks = 500;
    private const int OldestAge_ms = 1000;

    /// <summary>The state of new cells whose charge is <see cref="Renew">read</see>.</summary>
    /// <param name="mode">Whose sensors are read.</param>
    /// <param name="frame">Takes the readings.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>Null if the clock was stopped before the readings were there.</returns>
    public static RestoredState Read(Mode mode, SensorFrame frame, Clock clock)
    {
        RestoredState state = new RestoredState(mode.Pack.CellCount);
        for (int cell = 0; cell < mode.Pack.CellCount; cell++)
        {
            state.Contact_Q30[cell] = mode.Profile.ContactInitial_Q30;
        }

        return Renew(state, mode, frame, clock);
    }

    /// <summary>Reads until every cell's voltage and temperature is there, however long that takes, then looks up the charge of
    /// each. Meanwhile nothing is closed, and a host can see and set what is wrong.</summary>
    /// <param name="state">Gets the charges; all else stays.</param>
    /// <param name="mode">Whose sensors are read.</param>
    /// <param name="frame">Takes the readings.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The state; null if the clock was stopped before they were there.</returns>
    public static RestoredState Renew(RestoredState state, Mode mode, SensorFrame frame, Clock clock)
    {
        ISensor[] sensors = mode.Sensors;
        int phase = 0;
        int ticks = 0;
        while (clock.WaitForTick())
        {
            frame.Time_ms = clock.Time_ms;
            for (int k = 0; k < sensors.Length; k++)
            {
                sensors[k].Renew(frame, phase);
            }

            phase = phase == Phases - 1 ? 0 : phase + 1;
            int missing = Missing(frame, mode.Pack);
            if (missing < 0)
            {
                Set(state, frame, mode.Pack, mode.Profile);
                return state;
            }

            ticks++;
            if (ticks == NoticeTicks)
            {
                ticks = 0;
                Console.WriteLine("waiting for " + Name(missing) + ": the pack stays disconnected");
            }
        }

        return null;
    }

    /// <summary>A channel that has no recent reading; -1 if all have.</summary>
    private static int Missing(SensorFrame frame, PackProfile pack)
    {
        int cell = Missing(frame, Channel.CellVoltage, pack.CellCount);
        return cell >= 0 ? cell : Missing(frame, Channel.Temperature, pack.SensorCount);
    }

    private static int Missing(SensorFrame frame, int first, int count)
    {
        for (int channel = first; channel < first + count; channel++)
        {
            if (!frame.IsValid[channel] || frame.Time_ms - frame.Timestamp_ms[channel] > OldestAge_ms)
            {
                return channel;
            }
        }

        return -1;
    }

    private static string Name(int channel)
    {
        return channel < Channel.Temperature ? "the voltage of cell " + channel : "temperature sensor " + (channel - Channel.Temperature);
    }

    private static void Set(RestoredState state, SensorFrame frame, PackProfile pack, CellProfile profile)
    {
        ElectricalModel curve = new ElectricalModel(profile, new CellStates(1));
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            int temperature_mK = frame.Value[Channel.Temperature + pack.SensorOfCell[cell]];
            state.StateOfCharge_Q30[cell] = RestedState.StateOfCharge_Q30(curve, profile, frame.Value[Channel.CellVoltage + cell], temperature_mK);
            state.Deviation_ppm[cell] = StateCovariance.Highest_ppm;
            state.ClampPressure_Pa[cell] = 0;   // that was of another charge
        }
    }
}
