using Bms.Core.Storage;
using Bms.Plant.Packs;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>When a controller that does not decide on heat heats: as the firmware does, while heat is wanted and any surface is colder
/// than its setting.</summary>
/// <param name="trial">The trial.</param>
/// <param name="pack">The pack it looks at: the true one, or a shadow of it.</param>
internal sealed class Thermostat(Trial trial, Pack pack)
{
    private readonly double _warm = pack.Parameters.Limits.DutyTemperatureMinimum + (new Settings().Value(Setting.HeatAboveDuty) / 1000.0);

    /// <summary>Whether the heater is to run now.</summary>
    public bool Heats
    {
        get
        {
            for (int cell = 0; trial.Controls.HeatWanted && cell < pack.CellCount; cell++)
            {
                if (pack.SurfaceTemperature(cell, 0) < _warm)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
