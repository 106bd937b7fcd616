using System;
using Bms.Core.Cells;
using Bms.Core.Estimation;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Device.Modes;

/// <summary>The state of a pack that nobody remembers: at rest, with open contactors, its voltages tell the charge.</summary>
public static class RestedPack
{
    private const int Phases = 5;
    private const int MostTicks = 250;

    /// <summary>Reads until every cell's voltage and temperature is there, then looks up the charge of each.</summary>
    /// <param name="mode">Whose sensors are read.</param>
    /// <param name="frame">Takes the readings.</param>
    /// <param name="profile">The cells' profile.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="InvalidOperationException">Not all were there after five seconds: what can't be read can't be managed.</exception>
    public static RestoredState Read(Mode mode, SensorFrame frame, CellProfile profile, Clock clock)
    {
        PackProfile pack = mode.Pack;
        for (int tick = 0; tick < MostTicks && clock.WaitForTick(); tick++)
        {
            frame.Time_ms = clock.Time_ms;
            for (int k = 0; k < mode.Sensors.Length; k++)
            {
                mode.Sensors[k].Renew(frame, tick % Phases);
            }

            if (IsComplete(frame, pack))
            {
                return Of(frame, pack, profile);
            }
        }

        throw new InvalidOperationException("cell voltages or temperatures are missing");
    }

    private static bool IsComplete(SensorFrame frame, PackProfile pack)
    {
        bool isComplete = true;
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            isComplete &= frame.IsValid[Channel.CellVoltage + cell];
        }

        for (int sensor = 0; sensor < pack.SensorCount; sensor++)
        {
            isComplete &= frame.IsValid[Channel.Temperature + sensor];
        }

        return isComplete;
    }

    private static RestoredState Of(SensorFrame frame, PackProfile pack, CellProfile profile)
    {
        RestoredState state = new RestoredState(pack.CellCount);
        ElectricalModel curve = new ElectricalModel(profile, new CellStates(1));
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            int temperature_mK = frame.Value[Channel.Temperature + pack.SensorOfCell[cell]];
            state.StateOfCharge_Q30[cell] = RestedState.StateOfCharge_Q30(curve, profile, frame.Value[Channel.CellVoltage + cell], temperature_mK);
            state.Contact_Q30[cell] = profile.ContactInitial_Q30;
        }

        return state;
    }
}
