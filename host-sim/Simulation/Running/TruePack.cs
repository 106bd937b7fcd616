using Bms.Core.Sensing;
using Bms.Plant.Packs;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Running;

/// <summary>The true pack as a scenario changes it: ambient, clamps, and the wish for heat, which goes to the firmware.</summary>
internal sealed class TruePack(Pack pack) : IPlantControls
{
    private const double ZeroCelsius = 273.15;

    /// <summary>The pack itself.</summary>
    public Pack Pack { get; } = pack;

    /// <summary>Whether the scenario wants heat.</summary>
    public bool HeatWanted { get; private set; }

    public void SetAmbient(double celsius) => Pack.Ambient = celsius + ZeroCelsius;

    public void HoldPressure(double megapascal) => Pack.HoldPressure(megapascal);

    public void ReleasePressure() => Pack.ReleaseHold();

    public void SetClampOffset(int clamp, double megapascal) => Pack.SetClampOffset(clamp, megapascal);

    public void Breach(int cell, double? percent)
    {
        Pack.Breach(cell);
        Pack.Humidity = percent / 100 ?? Pack.Humidity;
    }

    public void WantHeat(bool wanted) => HeatWanted = wanted;

    /// <summary>Tells the firmware what the load asks for, and what the contactors do.</summary>
    public void Report(SensorFrame frame, long time_ms, double requested, bool positive, bool negative, bool precharge)
    {
        frame.Set(Channel.LoadRequest, Sensors.SensorArray.Micro(requested), time_ms);
        frame.Set(Channel.ConnectRequest, 1, time_ms);
        frame.Set(Channel.HeatRequest, HeatWanted ? 1 : 0, time_ms);
        frame.Set(Channel.ContactorPositive, positive ? 1 : 0, time_ms);
        frame.Set(Channel.ContactorNegative, negative ? 1 : 0, time_ms);
        frame.Set(Channel.Precharge, precharge ? 1 : 0, time_ms);
        frame.Set(Channel.FrontEndAlert, 0, time_ms);
    }
}
