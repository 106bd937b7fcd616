using Bms.Core.Storage;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>When a controller that does not decide on heat heats: as the firmware does, while heat is wanted and any surface is colder
/// than its setting.</summary>
internal sealed class Thermostat(Trial trial)
{
    private readonly double _warm = trial.Pack.Parameters.Limits.DutyTemperatureMinimum + (new Settings().Value(Setting.HeatAboveDuty) / 1000.0);

    /// <summary>Whether the heater is to run now.</summary>
    public bool Heats
    {
        get
        {
            for (int cell = 0; trial.Controls.HeatWanted && cell < trial.Pack.CellCount; cell++)
            {
                if (trial.Pack.SurfaceTemperature(cell, 0) < _warm)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
