using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Estimation;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Storage;

namespace Bms.Application.Tests.Benches;

/// <summary>A battery manager whose readings stay as they are; contactors follow at once. Time goes on tick by tick.</summary>
internal sealed class SteadyPack
{
    private const int Voltage_uV = 3_700_000;
    private const int Temperature_mK = 298_150;

    public SteadyPack(int cells = 8)
    {
        CellProfile profile = StoredProfile.Embedded();
        PackProfile pack = PackProfile.Uniform(cells, cells, 2);
        Manager = new BatteryManager(profile, pack, new Settings());
        State = new RestoredState(cells);
        ElectricalModel curve = new(profile, new CellStates(1));
        for (int cell = 0; cell < cells; cell++)
        {
            State.StateOfCharge_Q30[cell] = RestedState.StateOfCharge_Q30(curve, profile, Voltage_uV, Temperature_mK);
            State.Contact_Q30[cell] = profile.ContactInitial_Q30;
            Frame.Value[Channel.CellVoltage + cell] = Voltage_uV;
            Frame.Value[Channel.Temperature + cell] = Temperature_mK;
        }

        Frame.Value[Channel.ClampPressure] = 5_000_000;
        Frame.Value[Channel.ClampPressure + 1] = 5_000_000;
        Frame.Value[Channel.AmbientTemperature] = Temperature_mK;
        Frame.Value[Channel.Supply] = 12_000;
        Frame.Value[Channel.ConnectRequest] = 1;
        Manager.Restore(State, 0);
        IsRead = [.. Enumerable.Repeat(true, Channel.Count)];
    }

    public BatteryManager Manager { get; }

    public SensorFrame Frame { get; } = new();

    public Decision Decision { get; } = new();

    /// <summary>What the manager was given, and room for what it remembers.</summary>
    public RestoredState State { get; }

    /// <summary>Which channels are still converted.</summary>
    public bool[] IsRead { get; }

    public long Time_ms => Frame.Time_ms;

    public ContactorState Contactors => Manager.Contactors;

    public bool IsBlocked => Decision.LimitCharge_uA == 0 && Decision.LimitDischarge_uA == 0;

    public SteadyPack Connect(bool isAsked)
    {
        Frame.Value[Channel.ConnectRequest] = isAsked ? 1 : 0;
        return this;
    }

    /// <summary>A step, some time after the one before.</summary>
    public SteadyPack Step(int gap_ms = BatteryManager.Tick_ms)
    {
        Frame.Time_ms += gap_ms;
        Frame.Value[Channel.ContactorPositive] = Decision.ClosePositive ? 1 : 0;
        Frame.Value[Channel.ContactorNegative] = Decision.CloseNegative ? 1 : 0;
        Frame.Value[Channel.Precharge] = Decision.ClosePrecharge ? 1 : 0;
        for (int channel = 0; channel < Channel.Count; channel++)
        {
            if (IsRead[channel])
            {
                Frame.Set(channel, Frame.Value[channel], Frame.Time_ms);
            }
        }

        Manager.Step(Frame, Decision);
        return this;
    }

    public SteadyPack Run(int ms)
    {
        for (int done = 0; done < ms; done += BatteryManager.Tick_ms)
        {
            Step();
        }

        return this;
    }
}
