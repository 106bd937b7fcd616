using System;
using System.Collections.Generic;
using Bms.Core;
using Bms.Core.Limits;

namespace Bms.Simulation.Running;

/// <summary>Keeps account of what the load asked for, what it got, and what held it back.</summary>
internal sealed class LoadLedger
{
    private readonly double[] _binding;
    private readonly double[] _chargeHeld;
    private readonly double[] _dischargeHeld;
    private readonly string[] _names;
    private double _requested;
    private double _delivered;
    private double _requestedWhenLimited;
    private double _deliveredWhenLimited;

    public LoadLedger()
    {
        LimitReasonRow[] rows = LimitReasonTable.Rows();
        _names = Array.ConvertAll(rows, row => row.Name);
        _binding = new double[rows.Length];
        _chargeHeld = new double[rows.Length];
        _dischargeHeld = new double[rows.Length];
    }

    /// <summary>Energy out of the terminals, W h.</summary>
    public double EnergyOut { get; private set; }

    /// <summary>Energy into the terminals, W h.</summary>
    public double EnergyIn { get; private set; }

    /// <summary>Delivered over requested charge, percent; not a number if nothing was requested.</summary>
    public double Served => _requested > 0 ? 100 * _delivered / _requested : double.NaN;

    /// <summary>The same over the time in which the request exceeded the limit.</summary>
    public double ServedWhenLimited => _requestedWhenLimited > 0 ? 100 * _deliveredWhenLimited / _requestedWhenLimited : double.NaN;

    /// <summary>Seconds of request by the limiter that bound the limit in its direction.</summary>
    public IReadOnlyDictionary<string, double> Binding => Named(_binding);

    /// <summary>Seconds in which charge was held back, by limiter.</summary>
    public IReadOnlyDictionary<string, double> ChargeHeldBack => Named(_chargeHeld);

    /// <summary>Seconds in which discharge was held back, by limiter.</summary>
    public IReadOnlyDictionary<string, double> DischargeHeldBack => Named(_dischargeHeld);

    /// <summary>Books one tick.</summary>
    /// <param name="dt">Length of the tick, s.</param>
    /// <param name="requested">Current asked for, A, positive on charge.</param>
    /// <param name="applied">Current that flowed, A.</param>
    /// <param name="packVoltage">True pack voltage, V. At its newest conversions, up to 100 ms ago, it is near enough: energies
    /// of drives come out within 0.02 %.</param>
    /// <param name="decision">The limits in force.</param>
    public void Book(double dt, double requested, double applied, double packVoltage, Decision decision)
    {
        double energy = applied * packVoltage * dt / 3600;
        if (energy > 0)
        {
            EnergyIn += energy;
        }
        else
        {
            EnergyOut -= energy;
        }

        if (requested == 0)
        {
            return;
        }

        bool charges = requested > 0;
        double wanted = Math.Abs(requested);
        double limit = (charges ? decision.LimitCharge_uA : decision.LimitDischarge_uA) * 1e-6;
        int reason = (int)(charges ? decision.ChargeReason : decision.DischargeReason);
        _requested += wanted * dt;
        _delivered += Math.Abs(applied) * dt;
        _binding[reason] += dt;
        if (wanted > limit)
        {
            _requestedWhenLimited += wanted * dt;
            _deliveredWhenLimited += Math.Abs(applied) * dt;
            if (Math.Abs(applied) < wanted)
            {
                (charges ? _chargeHeld : _dischargeHeld)[reason] += dt;
            }
        }
    }

    private Dictionary<string, double> Named(double[] seconds)
    {
        Dictionary<string, double> named = [];
        for (int reason = 0; reason < seconds.Length; reason++)
        {
            if (seconds[reason] > 0)
            {
                named[_names[reason]] = Math.Round(seconds[reason], 3);
            }
        }

        return named;
    }
}
