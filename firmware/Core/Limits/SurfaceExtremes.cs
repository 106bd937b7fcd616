using Bms.Core.Cells;

namespace Bms.Core.Limits;

/// <summary>The cells whose electrode surfaces are nearest to full and to empty, and the one known least; found while the cells are advanced.</summary>
public sealed class SurfaceExtremes
{
    /// <summary>Cell of the lowest surface stoichiometry: the fullest.</summary>
    public int Fullest;

    /// <summary>Cell of the highest surface stoichiometry: the emptiest.</summary>
    public int Emptiest;

    /// <summary>Largest variance of the state of charge of any cell, ppm squared.</summary>
    public long LargestVariance_ppm2;

    /// <summary>Its cell.</summary>
    public int LeastKnown;

    private readonly CellStates _states;
    private int _lowest_Q30 = int.MaxValue;
    private int _highest_Q30 = int.MinValue;
    private int _fullest;
    private int _emptiest;
    private long _variance_ppm2 = -1;
    private int _leastKnown;

    /// <summary>Makes the extremes of all cells of <paramref name="states"/>.</summary>
    public SurfaceExtremes(CellStates states)
    {
        _states = states;
    }

    /// <summary>Once a second for every cell.</summary>
    public void Consider(int cell)
    {
        CellStates states = _states;
        int surface_Q30 = states.SurfaceStoichiometry_Q30[cell];
        if (surface_Q30 < _lowest_Q30)
        {
            _lowest_Q30 = surface_Q30;
            _fullest = cell;
        }

        if (surface_Q30 > _highest_Q30)
        {
            _highest_Q30 = surface_Q30;
            _emptiest = cell;
        }

        long variance_ppm2 = states.Variance_ppm2[cell];
        if (variance_ppm2 > _variance_ppm2)
        {
            _variance_ppm2 = variance_ppm2;
            _leastKnown = cell;
        }
    }

    /// <summary>Once a second, after the cells: those considered since the time before count from now on.</summary>
    public void Settle()
    {
        if (_variance_ppm2 < 0)
        {
            return;
        }

        Fullest = _fullest;
        Emptiest = _emptiest;
        LargestVariance_ppm2 = _variance_ppm2;
        LeastKnown = _leastKnown;
        _lowest_Q30 = int.MaxValue;
        _highest_Q30 = int.MinValue;
        _variance_ppm2 = -1;
    }
}
