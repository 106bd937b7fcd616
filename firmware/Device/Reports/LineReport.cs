using System;
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
    private readonly ReportLine _line = new ReportLine();
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
        _line.Add(_manager.Readings.Time_ms / 1000).Add(" s  charge ");
        AddLimit(decision.LimitCharge_uA, decision.ChargeReason, decision.ChargePlace);
        _line.Add("  discharge ");
        AddLimit(decision.LimitDischarge_uA, decision.DischargeReason, decision.DischargePlace);
        _line.Add("  tick ").AddThousandths(_clock.Busy_us).Add(" ms, longest ").AddThousandths(_clock.Longest_us);
        Console.WriteLine(_line.Add(", missed ").Add(_clock.Missed).Take());
        _clock.ForgetLongest();
    }

    /// <summary>After the last step: the digest of everything taken in and decided.</summary>
    public void End(int steps)
    {
        Console.WriteLine(_line.Add("digest ").AddHexadecimal(_manager.Digest).Add(" after ").Add(steps).Add(" frames").Take());
    }

    private void AddLimit(int limit_uA, LimitReason reason, int place)
    {
        _line.AddThousandths(limit_uA / 1000).Add(" A (").Add(_reasons[(int)reason]).Add(", place ").Add(place).Add(")");
    }
}
