using Bms.Core.Cells;

namespace Bms.Core.Estimation;

/// <summary>State of charge of a cell that has rested, from nothing but its voltage: for a device that remembers none.</summary>
public static class RestedState
{
    private const int Halvings = 30;

    /// <summary>Looks for the state of charge that has this open-circuit voltage.</summary>
    /// <param name="model">The cells' model, whose tables are read.</param>
    /// <param name="profile">The cells' profile.</param>
    /// <param name="voltage_uV">Voltage at rest; beyond the curve the nearer end.</param>
    /// <param name="temperature_mK">Temperature of the cell.</param>
    /// <returns>0 empty, 2^30 full; on a plateau as uncertain as the voltage is.</returns>
    public static int StateOfCharge_Q30(ElectricalModel model, CellProfile profile, int voltage_uV, int temperature_mK)
    {
        long window_Q30 = (long)profile.StoichiometryEmpty_Q30 - profile.StoichiometryFull_Q30;
        int low_Q30 = 0;
        int high_Q30 = 1 << 30;
        for (int k = 0; k < Halvings; k++)
        {
            int middle_Q30 = low_Q30 + ((high_Q30 - low_Q30) >> 1);
            int stoichiometry_Q30 = profile.StoichiometryEmpty_Q30 - (int)((window_Q30 * middle_Q30) >> 30);
            if (model.OpenCircuit(stoichiometry_Q30, temperature_mK) < voltage_uV)
            {
                low_Q30 = middle_Q30;
            }
            else
            {
                high_Q30 = middle_Q30;
            }
        }

        return low_Q30;
    }
}
