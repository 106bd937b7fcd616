namespace Bms.Core.Estimation;

/// <summary>
/// Tells when a cell has rested so long that its voltage is that of an open circuit: hardly any current, and a voltage that
/// hardly moves.
/// </summary>
/// <remarks>
/// |I| up to C/20 and |dV/dt| below 4 µV/s. Noise of 2 mV hides such a slope from any two readings: it is that of the line of least
/// squares through the means of the last four blocks of 48 s, which knows it to 2.6 µV/s. What comes first after the current is left out.
/// </remarks>
public sealed class RestGate
{
    private const int LowRate_Q24 = (1 << 24) / 20;
    private const int Block = 48;
    private const int Blocks = 4;

    // 4 µV/s: the line rises by (3 (d - a) + c - b) / 10 from block to block, and these are sums of so many voltages
    private const int Steady_uV = 4 * Block * Block * 10;

    // sums of the blocks, the newest first, which is not full yet
    private readonly int[][] _sum_uV;
    private readonly int[] _looks;
    private readonly bool[] _isSteady;

    /// <summary>Makes the gates of so many cells, all shut.</summary>
    public RestGate(int cells)
    {
        _sum_uV = new int[Blocks][];
        for (int block = 0; block < Blocks; block++)
        {
            _sum_uV[block] = new int[cells];
        }

        _looks = new int[cells];
        _isSteady = new bool[cells];
    }

    /// <summary>Takes in one voltage a second.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="voltage_uV">Its voltage.</param>
    /// <param name="rate_Q24">Rate at which it was measured, C.</param>
    public void Watch(int cell, int voltage_uV, int rate_Q24)
    {
        if (rate_Q24 > LowRate_Q24 || rate_Q24 < -LowRate_Q24)
        {
            _looks[cell] = 0;
            _isSteady[cell] = false;
            _sum_uV[0][cell] = 0;
            return;
        }

        int[][] sum_uV = _sum_uV;
        sum_uV[0][cell] += voltage_uV;
        int looks = _looks[cell] + 1;
        _looks[cell] = looks;
        if (looks % Block != 0)
        {
            return;
        }

        int d = sum_uV[0][cell];
        int c = sum_uV[1][cell];
        int b = sum_uV[2][cell];
        int a = sum_uV[3][cell];
        sum_uV[3][cell] = b;
        sum_uV[2][cell] = c;
        sum_uV[1][cell] = d;
        sum_uV[0][cell] = 0;
        if (looks > Block * Blocks)
        {
            int rise_uV = (3 * (d - a)) + c - b;
            _isSteady[cell] = rise_uV < Steady_uV && rise_uV > -Steady_uV;
            _looks[cell] = Block * Blocks;
        }
    }

    /// <summary>Whether a cell's voltage is that of an open circuit.</summary>
    public bool IsAtRest(int cell)
    {
        return _isSteady[cell];
    }
}
