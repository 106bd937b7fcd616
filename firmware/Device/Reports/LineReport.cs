using System;
using System.Text;
using Bms.Core;
using Bms.Core.Limits;

namespace Bms.Device.Reports;

/// <summary>
/// What a person reads on the serial line: limits, what binds them, how long ticks take; at the end the digest. Lines make
/// garbage, so they come rarely where a pack is connected.
/// </summary>
public sealed class LineReport
{
    private readonly BatteryManager _manager;
    private readonly Decision _decision;
    private readonly Clock _clock;
    private readonly string[] _reasons;
    private readonly int _period;
    private int _steps;

    /// <summary>Makes a report.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="decision">Its decision of the present tick.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="period">Steps between two lines.</param>
    public LineReport(BatteryManager manager, Decision decision, Clock clock, int period)
    {
        _manager = manager;
        _decision = decision;
        _clock = clock;
        _period = period;
        LimitReasonRow[] rows = LimitReasonTable.Rows();
        _reasons = new string[rows.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            _reasons[k] = rows[k].Name;
        }
    }

    /// <summary>After some steps: says a line if it is time.</summary>
    /// <param name="steps">How many, since the last call.</param>
    public void Advance(int steps)
    {
        _steps += steps;
        if (_steps < _period)
        {
            return;
        }

        _steps = 0;
        Decision decision = _decision;
        StringBuilder line = new StringBuilder();
        line.Append((_manager.Readings.Time_ms / 1000)).Append(" s  charge ");
        Append(line, decision.LimitCharge_uA, decision.ChargeReason, decision.ChargePlace);
        line.Append("  discharge ");
        Append(line, decision.LimitDischarge_uA, decision.DischargeReason, decision.DischargePlace);
        line.Append("  tick ").Append(Thousandths(_clock.Busy_us)).Append(" ms, longest ").Append(Thousandths(_clock.Longest_us));
        line.Append(", missed ").Append(_clock.Missed);
        Console.WriteLine(line.ToString());
        _clock.ForgetLongest();
    }

    /// <summary>After the last step: the digest of everything taken in and decided.</summary>
    public void End(int steps)
    {
        Console.WriteLine("digest " + Hexadecimal(_manager.Digest) + " after " + steps.ToString() + " frames");
    }

    private static string Thousandths(int value)
    {
        int whole = value / 1000;
        int rest = value - (whole * 1000);
        return whole.ToString() + (rest < 10 ? ".00" : rest < 100 ? ".0" : ".") + rest.ToString();
    }

    private static string Hexadecimal(long value)
    {
        char[] digits = new char[16];
        for (int k = 15; k >= 0; k--)
        {
            int digit = (int)(value & 15);
            digits[k] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
            value >>= 4;
        }

        return new string(digits);
    }

    private void Append(StringBuilder line, int limit_uA, LimitReason reason, int place)
    {
        line.Append(Thousandths(limit_uA / 1000)).Append(" A (").Append(_reasons[(int)reason]).Append(", place ").Append(place).Append(')');
    }
}
