using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Results;

/// <summary>
/// What a run looked like: instantaneous values, one row a second. Every row of a run up to an hour is kept; a longer run is
/// thinned while it runs, so that memory stays bounded and no extreme is lost.
/// </summary>
/// <remarks>
/// Beyond an hour, time is cut into equal intervals. Of each interval the first row is kept, and the rows at which a family
/// marked <see cref="TraceColumn.KeepExtremes"/> (all its cells taken together) is at its lowest and at its highest, in time
/// order; rows often coincide. The very last row is kept too. There are at most <see cref="MostIntervals"/> intervals, fewer if
/// many families are marked, so that there are never more than about <see cref="MostRows"/> rows. The extremes of two
/// neighbouring intervals contain those of their union: a run that outlasts its expected duration is thinned again into
/// intervals twice as long, and nothing is lost by having done it in two steps.
/// </remarks>
public sealed class Trace
{
    /// <summary>Up to this many seconds every row is kept.</summary>
    public const double EveryRowUntil_s = 3600;

    /// <summary>Time beyond that is cut into at most this many intervals.</summary>
    public const int MostIntervals = 1800;

    /// <summary>About as many rows are kept at most of a run longer than an hour.</summary>
    public const int MostRows = 20_000;

    private const double Overrun = 1.01;   // a run may outlast its expectation by this before it is thinned again

    private readonly Dictionary<string, int> _places;
    private readonly IntervalExtremes _open;
    private readonly double[] _last;
    private readonly double _expectedDuration_s;
    private readonly int _mostIntervals;
    private List<double[]> _rows = [];
    private long _openInterval;
    private bool _any;

    /// <summary>Starts an empty trace.</summary>
    /// <param name="columns">The columns; the first is the time in seconds.</param>
    /// <param name="expectedDuration_s">How long the run will probably take, s: sets the interval of a run longer than an
    /// hour. A poor guess costs resolution (at most a factor of two if it is too low), never correctness.</param>
    /// <exception cref="ArgumentException">No columns, or two of the same name.</exception>
    public Trace(IReadOnlyList<TraceColumn> columns, double expectedDuration_s)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new ArgumentException("a trace needs at least the time column", nameof(columns));
        }

        Columns = [.. columns];
        _places = new Dictionary<string, int>(columns.Count);
        for (int column = 0; column < columns.Count; column++)
        {
            if (!_places.TryAdd(columns[column].Name, column))
            {
                throw new ArgumentException($"two columns are called {columns[column].Name}", nameof(columns));
            }
        }

        int[][] families = [.. Columns
            .Select((column, place) => (column, place))
            .Where(pair => pair.column.KeepExtremes)
            .GroupBy(pair => pair.column.Family, pair => pair.place)
            .Select(places => places.ToArray())];
        _open = new IntervalExtremes(families);
        _last = new double[columns.Count];
        _mostIntervals = Math.Min(MostIntervals, MostRows / (1 + (2 * families.Length)));
        _expectedDuration_s = double.IsFinite(expectedDuration_s) ? expectedDuration_s : EveryRowUntil_s;
    }

    /// <summary>The columns, in the order of a row.</summary>
    public IReadOnlyList<TraceColumn> Columns { get; }

    /// <summary>Rows kept. While the run goes on, those of the open interval are not yet among them.</summary>
    public int Count => _rows.Count;

    /// <summary>Length of the intervals, s; 0 if every row is kept.</summary>
    public double Interval_s { get; private set; }

    /// <summary>Whether the run is over and every kept row can be read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The value of a kept row.</summary>
    public double At(int row, int column) => _rows[row][column];

    /// <summary>The values of a kept row.</summary>
    public ReadOnlySpan<double> Row(int row) => _rows[row];

    /// <summary>The place of a column in a row.</summary>
    /// <exception cref="KeyNotFoundException">No column of that name.</exception>
    public int IndexOf(string column) =>
        _places.TryGetValue(column, out int place) ? place : throw new KeyNotFoundException($"the trace has no column {column}");

    /// <summary>The places of a quantity: one column, or those of every cell or clamp in the order of the row; none if the
    /// trace does not hold it.</summary>
    public int[] IndicesOf(string family) =>
        [.. Enumerable.Range(0, Columns.Count).Where(place => Columns[place].Family == family)];

    /// <summary>Takes the values of one instant.</summary>
    /// <param name="row">One value per column; a value that is not a number means "not known".</param>
    /// <exception cref="ArgumentException">The wrong number of values, or a time that is not finite, negative, or not above the
    /// one before it.</exception>
    /// <exception cref="InvalidOperationException">The trace is complete.</exception>
    public void Add(ReadOnlySpan<double> row)
    {
        if (IsComplete)
        {
            throw new InvalidOperationException("the trace is complete");
        }

        if (row.Length != Columns.Count)
        {
            throw new ArgumentException($"a row has {Columns.Count} values, not {row.Length}", nameof(row));
        }

        double time = row[0];
        if (!double.IsFinite(time) || time < 0 || (_any && time <= _last[0]))
        {
            throw new ArgumentException($"time {time} s must be finite, not negative and above the one before it", nameof(row));
        }

        row.CopyTo(_last);
        _any = true;
        if (Interval_s == 0)
        {
            if (time <= EveryRowUntil_s)
            {
                _rows.Add(row.ToArray());
                return;
            }

            Thin(Math.Max(EveryRowUntil_s, _expectedDuration_s) * Overrun / _mostIntervals);
        }

        while (time >= Interval_s * _mostIntervals)
        {
            Thin(2 * Interval_s);
        }

        Offer(row);
    }

    /// <summary>Ends the run: the last interval is closed, the last row kept. Doing it again changes nothing.</summary>
    public void Complete()
    {
        if (IsComplete)
        {
            return;
        }

        _open.CloseInto(_rows);
        if (_any && _rows[^1][0] < _last[0])
        {
            _rows.Add([.. _last]);
        }

        IsComplete = true;
    }

    private void Thin(double interval_s)
    {
        List<double[]> rows = _rows;
        _open.CloseInto(rows);
        _rows = [];
        Interval_s = interval_s;
        foreach (double[] row in rows)
        {
            Offer(row);
        }
    }

    private void Offer(ReadOnlySpan<double> row)
    {
        long interval = (long)(row[0] / Interval_s);
        if (interval != _openInterval)
        {
            _open.CloseInto(_rows);
            _openInterval = interval;
        }

        _open.Offer(row);
    }
}
