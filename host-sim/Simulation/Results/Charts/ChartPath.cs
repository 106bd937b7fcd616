using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Bms.Simulation.Results.Charts;

/// <summary>
/// Turns a series into the path that draws it. Of all rows that fall on one pixel the first, lowest, highest and last are
/// drawn, in time order: the picture is that of all rows, and no extreme vanishes.
/// </summary>
internal static class ChartPath
{
    private const int Columns = (int)TimeAxis.PlotWidth;

    /// <summary>A line; a value that is not a number leaves a gap.</summary>
    public static string Line(double[] times, double[] values, TimeAxis time, ValueAxis value)
    {
        var path = new StringBuilder();
        var pen = new Pen(path);
        int row = 0;
        while (row < times.Length)
        {
            int column = time.Column(times[row], Columns);
            int first = row;
            int last = row;
            int lowest = row;
            int highest = row;
            for (; row < times.Length && time.Column(times[row], Columns) == column && double.IsNaN(values[row]) == double.IsNaN(values[first]); row++)
            {
                lowest = values[row] < values[lowest] ? row : lowest;
                highest = values[row] > values[highest] ? row : highest;
                last = row;
            }

            if (double.IsNaN(values[first]))
            {
                pen.Lift();
                continue;
            }

            foreach (int point in (ReadOnlySpan<int>)[first, Math.Min(lowest, highest), Math.Max(lowest, highest), last])
            {
                pen.To(time.X(times[point]), value.Y(values[point]));
            }
        }

        pen.Lift();
        return path.ToString();
    }

    /// <summary>The area between two series. An envelope reaches from the lowest low to the highest high of a pixel; a band of
    /// what was allowed from the highest low to the lowest high: what was allowed all the time.</summary>
    public static string Area(double[] times, double[] low, double[] high, TimeAxis time, ValueAxis value, bool inner)
    {
        var path = new StringBuilder();
        var back = new List<(double X, double Y)>();
        var pen = new Pen(path);
        int row = 0;
        while (row < times.Length)
        {
            int column = time.Column(times[row], Columns);
            int first = row;
            double bottom = low[row];
            double top = high[row];
            for (; row < times.Length && time.Column(times[row], Columns) == column; row++)
            {
                bottom = inner ? Math.Max(bottom, low[row]) : Math.Min(bottom, low[row]);
                top = inner ? Math.Min(top, high[row]) : Math.Max(top, high[row]);
            }

            if (double.IsNaN(bottom) || double.IsNaN(top))
            {
                Close(pen, back);
                continue;
            }

            top = Math.Max(top, bottom);
            double x = time.X(times[first]);
            pen.To(x, value.Y(top));
            back.Add((x, value.Y(bottom)));
            if (row - first > 1 || row == times.Length)
            {
                x = time.X(times[row - 1]);
                pen.To(x, value.Y(top));
                back.Add((x, value.Y(bottom)));
            }
        }

        Close(pen, back);
        return path.ToString();
    }

    private static void Close(Pen pen, List<(double X, double Y)> back)
    {
        for (int point = back.Count - 1; point >= 0; point--)
        {
            pen.To(back[point].X, back[point].Y);
        }

        if (back.Count > 0)
        {
            pen.Close();
        }

        back.Clear();
    }

    /// <summary>Writes points in tenths of a pixel and leaves out those that change nothing.</summary>
    private sealed class Pen(StringBuilder path)
    {
        private bool _down;
        private double _x;
        private double _y;
        private double _pendingX = double.NaN;

        public void To(double x, double y)
        {
            x = Math.Round(x, 1);
            y = Math.Round(y, 1);
            if (_down && y == _y)
            {
                _pendingX = x;   // a level stretch needs its end only
                return;
            }

            Flush();
            Write(_down ? ' ' : 'M', x, y);
            _down = true;
        }

        public void Lift()
        {
            Flush();
            if (_down)
            {
                path.Append("h0");   // a single point shows as a dot
            }

            _down = false;
        }

        public void Close()
        {
            Flush();
            path.Append('Z');
            _down = false;
        }

        public void Flush()
        {
            if (!double.IsNaN(_pendingX) && _pendingX != _x)
            {
                Write(' ', _pendingX, _y);
            }

            _pendingX = double.NaN;
        }

        private void Write(char command, double x, double y)
        {
            path.Append(command).Append(CultureInfo.InvariantCulture, $"{x} {y}");
            _x = x;
            _y = y;
        }
    }
}
