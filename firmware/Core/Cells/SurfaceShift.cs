namespace Bms.Core.Cells;

/// <summary>How far a rate held over the horizon moves the surface of a positive electrode: semi-infinite diffusion, ten seconds.</summary>
public static class SurfaceShift
{
    /// <summary>Shift of the stoichiometry per C.</summary>
    /// <param name="profile">The cell.</param>
    /// <param name="surface_Q30">Stoichiometry of the surface; kept between 0 and 1.</param>
    /// <param name="position">Temperature of the cell, as a position in the temperature grid.</param>
    public static long PerRate_Q30(CellProfile profile, int surface_Q30, int position)
    {
        return ((long)Grid.AtStoichiometry(profile.HorizonResponse_Q30, surface_Q30) * Grid.AtTemperature(profile.HorizonTemperature_Q16, position)) >> 16;
    }
}
