using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Pack;

/// <summary>Warms the pack to a little above the lower end of its duty temperature when heating is asked for.</summary>
public sealed class HeaterControl
{
    private const int Hysteresis_mK = 2000;

    private readonly Readings _readings;
    private readonly int _off_mK;
    private readonly int _highest_mK;

    /// <summary>Makes the control of a cell design.</summary>
    public HeaterControl(CellProfile profile, Readings readings, Settings settings)
    {
        _readings = readings;
        _off_mK = profile.DutyTemperatureMinimum_mK + settings.Value(Setting.HeatAboveDuty);
        _highest_mK = profile.DutyTemperatureMaximum_mK;
    }

    /// <summary>Every second; never heats on temperatures that can't be trusted.</summary>
    public void Act(Decision decision)
    {
        Readings readings = _readings;
        bool may = readings.HeatIsRequested && readings.TemperaturesAreTrusted && readings.HighestTemperature_mK < _highest_mK;
        if (!may || readings.LowestTemperature_mK >= _off_mK)
        {
            decision.HeaterOn = false;
        }
        else if (readings.LowestTemperature_mK < _off_mK - Hysteresis_mK)
        {
            decision.HeaterOn = true;
        }
    }
}
