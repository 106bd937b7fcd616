namespace Bms.Core.Cells;

/// <summary>The cells that can bind: coldest, hottest, least contact, largest filament; found once a second for all who ask.</summary>
public sealed class CellExtremes
{
    /// <summary>Lowest core temperature, mK.</summary>
    public int Lowest_mK;

    /// <summary>Its cell.</summary>
    public int Coldest;

    /// <summary>Highest core temperature, mK.</summary>
    public int Highest_mK;

    /// <summary>Its cell.</summary>
    public int Hottest;

    /// <summary>Cell that has lost most contact.</summary>
    public int LeastContact;

    /// <summary>Largest filament index of any cell.</summary>
    public int LargestFilament_Q30;

    private readonly CellStates _states;

    /// <summary>Makes the extremes of all cells of <paramref name="states"/>.</summary>
    public CellExtremes(CellStates states)
    {
        _states = states;
    }

    /// <summary>Finds them anew; of equal cells the first counts.</summary>
    public void Find()
    {
        int[] temperatures = _states.CoreTemperature_mK;
        int[] contacts = _states.Contact_Q30;
        int[] filaments = _states.Filament_Q30;
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        int least = int.MaxValue;
        int largest = 0;
        for (int cell = 0; cell < temperatures.Length; cell++)
        {
            int value = temperatures[cell];
            if (value < lowest)
            {
                lowest = value;
                Coldest = cell;
            }

            if (value > highest)
            {
                highest = value;
                Hottest = cell;
            }

            value = contacts[cell];
            if (value < least)
            {
                least = value;
                LeastContact = cell;
            }

            value = filaments[cell];
            largest = value > largest ? value : largest;
        }

        Lowest_mK = lowest;
        Highest_mK = highest;
        LargestFilament_Q30 = largest;
    }
}
