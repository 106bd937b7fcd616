namespace Bms.Core.Estimation;

/// <summary>
/// Tells when a cell has rested so long that its voltage is that of an open circuit: hardly any current, and a voltage that
/// hardly moves.
/// </summary>
/// <remarks>
/// |I| up to C/20 and |dV/dt| below 4 µV/s. Noise of 2 mV hides such a slope from any two readings: it is the difference of two
/// running means of 64 s and 128 s, which lag behind a steady slope by just that much.
/// </remarks>
public sealed class RestGate
{
    private const int LowRate_Q24 = (1 << 24) / 20;
    private const int Settled = 384;
    private const int FastShift = 6;
    private const int SlowShift = 7;

    // 4 µV/s over the 64 s between the lags, 8 fraction bits
    private const long Steady_Q8 = 256 << 8;

    private readonly long[] _fast_Q8;
    private readonly long[] _slow_Q8;
    private readonly int[] _looks;

    /// <summary>Makes the gates of so many cells, all shut.</summary>
    public RestGate(int cells)
    {
        _fast_Q8 = new long[cells];
        _slow_Q8 = new long[cells];
        _looks = new int[cells];
    }

    /// <summary>Takes in one voltage a second.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="voltage_uV">Its voltage.</param>
    /// <param name="rate_Q24">Rate at which it was measured, C.</param>
    public void Watch(int cell, int voltage_uV, int rate_Q24)
    {
        long voltage_Q8 = (long)voltage_uV << 8;
        if (rate_Q24 > LowRate_Q24 || rate_Q24 < -LowRate_Q24)
        {
            _looks[cell] = 0;
            return;
        }

        if (_looks[cell] == 0)
        {
            _fast_Q8[cell] = voltage_Q8;
            _slow_Q8[cell] = voltage_Q8;
        }

        _looks[cell] = _looks[cell] < Settled ? _looks[cell] + 1 : Settled;
        _fast_Q8[cell] += (voltage_Q8 - _fast_Q8[cell]) >> FastShift;
        _slow_Q8[cell] += (voltage_Q8 - _slow_Q8[cell]) >> SlowShift;
    }

    /// <summary>Whether a cell's voltage is that of an open circuit.</summary>
    public bool IsAtRest(int cell)
    {
        if (_looks[cell] < Settled)
        {
            return false;
        }

        long apart_Q8 = _fast_Q8[cell] - _slow_Q8[cell];
        return apart_Q8 < Steady_Q8 && apart_Q8 > -Steady_Q8;
    }
}
