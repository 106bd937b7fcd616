using System;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Simulation.Running;

namespace Bms.Simulation.Laboratory.Instruments;

/// <summary>
/// Looks at firmware in the loop: what each cell's sensor reads, but for its noise, less what the firmware predicts, every second
/// in which the current was steady.
/// </summary>
internal sealed class ResidualWatch
{
    private const int Scan_ms = 100;
    private const int Minute_ms = 60_000;
    private const int LeastSeconds = 10;
    private const double Milli = 1000;

    private readonly ClosedLoop _loop;
    private readonly long _from_ms;
    private readonly double[] _reading;
    private readonly int[] _model_uV;
    private readonly double[] _sum;
    private readonly int[] _count;
    private double _squares;
    private double _spreads;
    private double _secondSquares;
    private double _socSquares;
    private double _charge;
    private double _discharge;
    private int _minutes;
    private long _seconds;
    private long _ticks;

    /// <summary>Watches a loop that has not begun.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="from">Time from which it counts, s.</param>
    public ResidualWatch(ClosedLoop loop, double from)
    {
        _loop = loop;
        _from_ms = (long)(from * Milli);
        int cells = loop.Pack.CellCount;
        _reading = new double[cells];
        _model_uV = new int[cells];
        _sum = new double[cells];
        _count = new int[cells];
        loop.Observer = Look;
    }

    /// <summary>Root mean square of the means of a minute, mV.</summary>
    public double Rms => Math.Sqrt(_squares / Math.Max(1, _minutes));

    /// <summary>Standard deviation over cells of the means of a minute, mV.</summary>
    public double Spread => Math.Sqrt(_spreads / Math.Max(1, _minutes));

    /// <summary>Root mean square of single seconds, mV.</summary>
    public double SecondRms => Math.Sqrt(_secondSquares / Math.Max(1, _seconds));

    /// <summary>Root mean square error of the state of charge, %.</summary>
    public double SocRmse => 100 * Math.Sqrt(_socSquares / Math.Max(1, _seconds));

    /// <summary>Mean charge limit, A.</summary>
    public double ChargeLimit => _charge / Math.Max(1, _ticks);

    /// <summary>Mean discharge limit, A.</summary>
    public double DischargeLimit => _discharge / Math.Max(1, _ticks);

    /// <summary>Largest magnitude of a correction, mV.</summary>
    public double LargestCorrection { get; private set; }

    private void Look(long time_ms)
    {
        // a whole scan is read in the tick that begins the next one
        if (time_ms % Scan_ms == 0)
        {
            for (int cell = 0; cell < _reading.Length; cell++)
            {
                _reading[cell] = Milli * _loop.Sensors.SettledVoltage(cell);
            }
        }

        if (time_ms < _from_ms)
        {
            return;
        }

        if ((time_ms - _from_ms) % Minute_ms == 0)
        {
            EndMinute();
        }

        _ticks++;
        _charge += _loop.Decision.LimitCharge_uA * 1e-6;
        _discharge += _loop.Decision.LimitDischarge_uA * 1e-6;
        CellStates states = _loop.Manager.Cells.States;
        for (int cell = 0; cell < _reading.Length; cell++)
        {
            // its model has just been advanced
            if (states.ModelVoltage_uV[cell] != _model_uV[cell])
            {
                _model_uV[cell] = states.ModelVoltage_uV[cell];
                if (_loop.Manager.Readings.ScanIsSteady)
                {
                    Compare(cell, states);
                }
            }
        }
    }

    private void Compare(int cell, CellStates states)
    {
        double correction = _loop.Manager.Residual.Correction_uV(cell) / Milli;
        double residual = _reading[cell] - (_model_uV[cell] / Milli) - correction;
        double soc = (states.StateOfCharge_Q30[cell] / (double)(1 << 30)) - _loop.Pack.StateOfCharge(cell);
        LargestCorrection = Math.Max(LargestCorrection, Math.Abs(correction));
        _sum[cell] += residual;
        _count[cell]++;
        _secondSquares += residual * residual;
        _socSquares += soc * soc;
        _seconds++;
    }

    private void EndMinute()
    {
        int cells = _sum.Length;
        double sum = 0;
        double squares = 0;
        bool isWhole = true;
        for (int cell = 0; cell < cells; cell++)
        {
            double mean = _sum[cell] / Math.Max(1, _count[cell]);
            isWhole &= _count[cell] >= LeastSeconds;
            sum += mean;
            squares += mean * mean;
            _sum[cell] = 0;
            _count[cell] = 0;
        }

        if (isWhole)
        {
            _minutes++;
            _squares += squares / cells;
            _spreads += Math.Max(0, (squares / cells) - (sum / cells * (sum / cells)));
        }
    }
}
