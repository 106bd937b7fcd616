namespace Bms.Core.Cells;

/// <summary>The equally spaced grids over which profile tables are given: reading them takes a shift and a mask.</summary>
public static class Grid
{
    /// <summary>First temperature node, mK.</summary>
    public const int TemperatureFirst_mK = 233152;

    /// <summary>Temperature nodes are 2^11 mK apart.</summary>
    public const int TemperatureShift = 11;

    /// <summary>The part of a position that lies between two nodes.</summary>
    public const int TemperatureMask = (1 << TemperatureShift) - 1;

    /// <summary>Temperature nodes, up to 374.464 K.</summary>
    public const int TemperatureNodes = 70;

    /// <summary>
    /// Fine nodes are 2^9 mK apart, from the same first one to the same last one: for what moves the voltage. A resistance of
    /// 60 kJ/mol bends by 0.04 % between them, and by 0.6 % between the others.
    /// </summary>
    public const int FineTemperatureShift = 9;

    /// <summary>Fine temperature nodes.</summary>
    public const int FineTemperatureNodes = ((TemperatureNodes - 1) << (TemperatureShift - FineTemperatureShift)) + 1;

    /// <summary>The part of a position that lies between two fine nodes.</summary>
    public const int FineTemperatureMask = (1 << FineTemperatureShift) - 1;

    /// <summary>Highest position in a table over temperature.</summary>
    public const int TemperatureLast = ((TemperatureNodes - 1) << TemperatureShift) - 1;

    /// <summary>Pressure nodes start at 0 and are 2^18 Pa apart.</summary>
    public const int PressureShift = 18;

    /// <summary>Pressure nodes, up to 33.55 MPa.</summary>
    public const int PressureNodes = 129;

    /// <summary>Highest position in a table over pressure.</summary>
    public const int PressureLast = ((PressureNodes - 1) << PressureShift) - 1;

    /// <summary>Stoichiometry nodes start at 0 and are 2^23 (1/128) apart in 30 fraction bits.</summary>
    public const int StoichiometryShift = 23;

    /// <summary>Stoichiometry nodes, up to 1.</summary>
    public const int StoichiometryNodes = 129;

    /// <summary>Largest stoichiometry that a table is read at, 2^30 for 1.</summary>
    public const int StoichiometryLast = ((StoichiometryNodes - 1) << StoichiometryShift) - 1;

    /// <summary>What lies between two nodes over stoichiometry.</summary>
    public const int StoichiometryMask = (1 << StoichiometryShift) - 1;

    /// <summary>The index of the open-circuit nodes has equal parts of 2^20 (1/1024).</summary>
    public const int IndexShift = 20;

    /// <summary>Entries of that index.</summary>
    public const int IndexParts = 1025;

    /// <summary>Diffusion volumes a cell.</summary>
    public const int Volumes = 6;

    /// <summary>A temperature's distance from the first node, kept inside the table, mK.</summary>
    public static int TemperaturePosition(int temperature_mK)
    {
        int position = temperature_mK - TemperatureFirst_mK;
        if (position < 0)
        {
            return 0;
        }

        return position > TemperatureLast ? TemperatureLast : position;
    }

    /// <summary>A pressure kept inside the table, Pa.</summary>
    public static int PressurePosition(int pressure_Pa)
    {
        if (pressure_Pa < 0)
        {
            return 0;
        }

        return pressure_Pa > PressureLast ? PressureLast : pressure_Pa;
    }

    /// <summary>Linear reading of a table over stoichiometry, 2^30 for 1; below 0 and above 1 the end value.</summary>
    public static int AtStoichiometry(int[] table, int stoichiometry_Q30)
    {
        int x = stoichiometry_Q30;
        if ((uint)x > StoichiometryLast)
        {
            x = x < 0 ? 0 : StoichiometryLast;
        }

        int node = x >> StoichiometryShift;
        int low = table[node];
        return low + (int)(((long)(table[node + 1] - low) * (x & StoichiometryMask)) >> StoichiometryShift);
    }

    /// <summary>Linear reading of a table over temperature at a position from <see cref="TemperaturePosition"/>.</summary>
    public static int AtTemperature(int[] table, int position)
    {
        int node = position >> TemperatureShift;
        int low = table[node];
        return low + (int)(((long)(table[node + 1] - low) * (position & TemperatureMask)) >> TemperatureShift);
    }

    /// <summary>Linear reading of a table over fine temperature nodes at a position from <see cref="TemperaturePosition"/>.</summary>
    public static int AtFineTemperature(int[] table, int position)
    {
        int node = position >> FineTemperatureShift;
        int low = table[node];
        return low + (int)(((long)(table[node + 1] - low) * (position & FineTemperatureMask)) >> FineTemperatureShift);
    }

    /// <summary>Linear reading of a table over pressure at a position from <see cref="PressurePosition"/>.</summary>
    public static int AtPressure(int[] table, int position)
    {
        int node = position >> PressureShift;
        int low = table[node];
        return low + (int)(((long)(table[node + 1] - low) * (position & 0x3FFFF)) >> PressureShift);
    }
}
