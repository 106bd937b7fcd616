using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results;

namespace Bms.Simulation.Tests.Results;

/// <summary>
/// A run that looks like one: a pack in winter that is driven, charged fast, driven hard and charged overnight. Plausible
/// shapes from simple laws, for the look and the size of results; no physics is claimed.
/// </summary>
public sealed class SyntheticRun
{
    public static readonly string[] Limiters = ["None", "Voltage", "Temperature", "Pressure", "Plating", "Stripping", "Rating"];
    public static readonly string[] ContactorStates = ["open", "precharge", "closed"];

    private const double Capacity_Ah = 6;
    private const double Area_cm2 = 2000;

    private readonly int _cells;
    private readonly double[] _soc;
    private readonly double[] _theta;
    private readonly double[] _filament;
    private readonly double[] _core;
    private readonly double[] _factor;
    private readonly Dictionary<string, double> _charge = [];
    private readonly Dictionary<string, double> _discharge = [];
    private readonly List<RunEvent> _events = [];
    private readonly List<ViolationEpisode> _episodes = [];
    private readonly bool _limits;
    private readonly double _hours;
    private double _asked;
    private double _served;

    public SyntheticRun(double hours = 24, int cells = 8, bool limits = true, double ambient = 3)
    {
        _hours = hours;
        _cells = cells;
        _limits = limits;
        var random = new Random(1);
        _soc = [.. Enumerable.Range(0, cells).Select(_ => 0.82 + (0.01 * random.NextDouble()))];
        _theta = [.. Enumerable.Repeat(1.0, cells)];
        _filament = new double[cells];
        _core = [.. Enumerable.Repeat(ambient, cells)];
        _factor = [.. Enumerable.Range(0, cells).Select(_ => 1 + (0.1 * (random.NextDouble() - 0.5)))];
        Layout = new TraceLayout(cells, 1 + ((cells - 1) / 16), Limiters, ContactorStates);
        Trace = new Trace(Layout.Columns, hours * 3600);
        Play(ambient);
        Trace.Complete();
        Summary = Summarise();
        Context = new ReportContext
        {
            Title = hours >= 24 ? "Full-day duty: a winter day of driving, fast charge and rest" : "Cold-start commute",
            ProfileTitle = "Li | Li6PS5Cl | NMC811 pouch, 6 Ah",
            Temperature_C = ambient,
            Pressure_MPa = 5,
            LimitsRespected = limits,
            ChargeHeldBack_s = limits ? _charge : new Dictionary<string, double>(),
            DischargeHeldBack_s = limits ? _discharge : new Dictionary<string, double>(),
            Episodes = _episodes,
            Windows = Windows,
        };
    }

    public static OperatingWindows Windows { get; } = new()
    {
        Voltage_V = new Window(3.0, 4.2),
        Temperature_C = new Window(-20, 65),
        DutyTemperature_C = new Window(45, 60),
        PressureWarning_MPa = new Window(2.5, 7),
        PressureHard_MPa = new Window(1.5, 9),
        PressureTrue_MPa = new Window(1, 10),
    };

    public TraceLayout Layout { get; }

    public Trace Trace { get; }

    public RunSummary Summary { get; }

    public ReportContext Context { get; }

    public IReadOnlyList<RunEvent> Events => _events;

    private void Play(double ambient)
    {
        (double Until_h, string Text, Func<double, double> Request, bool Heat)[] steps =
        [
            (0.7, "Rest for 42 minutes, heating to 45 °C", _ => 0, true),
            (2.2, "Drive urban for 90 minutes", t => Drive(t, 3.2), true),
            (7.5, "Rest for 5 hours 18 minutes", _ => 0, false),
            (8.2, "Heat to 45 °C", _ => 0, true),
            (9.0, "Charge at 1.5C until 4.15 V", _ => _soc.Max() < 0.93 ? 9 : 0, true),
            (11.5, "Drive highway for 2.5 hours", t => Drive(t, 4.2) - 0.6, true),
            (16.0, "Rest for 4.5 hours", _ => 0, false),
            (17.2, "Drive aggressive for 72 minutes", t => Drive(t, 6), false),
            (18.5, "Rest", _ => 0, false),
            (24.0, "Charge at C/4 until 4.2 V", _ => _soc.Max() < 0.985 ? 1.5 : 0, false),
        ];
        int step = -1;
        double heater = 0;
        bool stripping = false;
        double strippingStart = 0;
        double[] row = new double[Layout.Columns.Count];
        for (int second = 0; second <= _hours * 3600; second++)
        {
            double t = second;
            while (step < 0 || (step + 1 < steps.Length && t >= steps[step].Until_h * 3600))
            {
                step++;
                _events.Add(new RunEvent(t, steps[step].Text, EventKind.Step));
            }

            if (second == 3 || second == 57600)
            {
                _events.Add(new RunEvent(t, "contactors closed", EventKind.Contactor));
            }

            heater = steps[step].Heat && _core.Min() < 45 ? 18.0 * _cells : steps[step].Heat ? heater * 0.999 : 0;
            double pressure = 5 + (1.1 * (_soc.Average() - 0.5)) + (0.012 * (_core.Average() - 25)) - (t > 37000 && t < 38000 ? 2.4 : 0);
            if (t == 37000 || t == 38000)
            {
                _events.Add(new RunEvent(t, t < 37500 ? "clamp 0 loses 2.4 MPa" : "clamp 0 is set again", EventKind.Scenario));
                _events.Add(new RunEvent(t + 1, t < 37500 ? "raised: clamp pressure low" : "cleared: clamp pressure low", EventKind.Diagnosis));
            }

            double request = t < 3 ? 0 : steps[step].Request(t);
            int worst = Enumerable.Range(0, _cells).MinBy(k => Strip(k, pressure) * _theta[k]);
            double strip = 0.85 * Strip(worst, pressure) * _theta[worst] * Area_cm2 / 1000;
            double plate = 0.85 * Plate(worst) * _theta[worst] * Area_cm2 / 1000;
            double voltage = Math.Max(0, 4.19 - Ocv(_soc.Max())) / 0.025;
            double low = Math.Max(0, Ocv(_soc.Min()) - 3.05) / 0.03;
            (double chargeLimit, int chargeBy) = Lowest((plate, 4), (voltage, 1), (12, 6), (t > 37001 && t < 38000 ? 1.0 : 99, 3));
            (double dischargeLimit, int dischargeBy) = Lowest((strip, 5), (low, 1), (18, 6), (t > 37001 && t < 38000 ? 1.0 : 99, 3));
            if (t < 3)
            {
                (chargeLimit, chargeBy, dischargeLimit, dischargeBy) = (0, 0, 0, 0);
            }

            double current = _limits ? Math.Clamp(request, -dischargeLimit, chargeLimit) : request;
            Count(request, chargeLimit, dischargeLimit, chargeBy, dischargeBy, current);
            row[0] = t;
            row[Layout[ColumnName.Current]] = current;
            row[Layout[ColumnName.RequestedCurrent]] = request;
            row[Layout[ColumnName.ChargeLimit]] = chargeLimit;
            row[Layout[ColumnName.DischargeLimit]] = dischargeLimit;
            row[Layout[ColumnName.ChargeBinding]] = chargeBy;
            row[Layout[ColumnName.DischargeBinding]] = dischargeBy;
            row[Layout[ColumnName.ContactorState]] = t < 3 ? 1 : 2;
            row[Layout[ColumnName.AmbientTemperature]] = ambient + (4 * Math.Sin((t - 20000) * 2 * Math.PI / 86400));
            row[Layout[ColumnName.HeaterPower]] = heater;
            for (int clamp = 0; clamp < 1 + ((_cells - 1) / 16); clamp++)
            {
                row[Layout[ColumnName.AppliedPressure] + clamp] = 1e6 * (pressure + (0.05 * clamp));
            }

            double pack = 0;
            bool above = false;
            for (int k = 0; k < _cells; k++)
            {
                double local = current / Area_cm2 * 1000 / _theta[k];
                double limit = Strip(k, pressure);
                above |= -local > limit * 1.02;
                _theta[k] = Math.Clamp(_theta[k] - (2.6e-5 * Math.Max(0, -local - (0.75 * limit))) + (4e-6 * (1 - _theta[k])), 0.3, 1);
                _filament[k] += (2e-5 * Math.Max(0, local - Plate(k))) + (3e-9 * Math.Min(1, Math.Abs(local)));
                _soc[k] = Math.Clamp(_soc[k] + (current / 3600 / Capacity_Ah), 0.01, 1);
                double resistance = 0.0195 * Math.Exp(0.03 * (25 - _core[k])) / _theta[k];
                double cell = Ocv(_soc[k]) + (current * resistance * _factor[k]);
                _core[k] += ((current * current * resistance) + (heater / _cells) - (0.35 * (_core[k] - row[Layout[ColumnName.AmbientTemperature]]))) / 420;
                pack += cell;
                row[Layout[ColumnName.CellVoltage] + k] = cell;
                row[Layout[ColumnName.TrueSoc] + k] = _soc[k];
                row[Layout[ColumnName.EstimatedSoc] + k] = _soc[k] + (0.012 * Math.Sin((t / 9000) + k) * Math.Exp(-t / 50000)) - (0.03 * Math.Exp(-t / 1500));
                row[Layout[ColumnName.TrueContact] + k] = _theta[k];
                row[Layout[ColumnName.TrueLocalCurrent] + k] = local;
                row[Layout[ColumnName.TruePlatingLimit] + k] = Plate(k);
                row[Layout[ColumnName.TrueStrippingLimit] + k] = limit;
                row[Layout[ColumnName.TrueCoreTemperature] + k] = _core[k];
                row[Layout[ColumnName.EstimatedCoreTemperature] + k] = _core[k] + (0.8 * Math.Sin(t / 5000));
                row[Layout[ColumnName.TrueFilament] + k] = _filament[k];
            }

            row[Layout[ColumnName.Voltage]] = pack;
            if (above && !stripping)
            {
                strippingStart = t;
            }
            else if (!above && stripping && t - strippingStart > 5)
            {
                _episodes.Add(new ViolationEpisode("stripping", worst, strippingStart, t - strippingStart, 0.021 + (1e-4 * (t - strippingStart))));
                _events.Add(new RunEvent(strippingStart, $"stripping limit of cell {worst} exceeded", EventKind.Violation));
            }

            stripping = above;
            Trace.Add(row);
        }
    }

    private void Count(double request, double chargeLimit, double dischargeLimit, int chargeBy, int dischargeBy, double current)
    {
        _asked += Math.Abs(request);
        _served += Math.Abs(current);
        if (request > chargeLimit)
        {
            _charge[Limiters[chargeBy]] = _charge.GetValueOrDefault(Limiters[chargeBy]) + 1;
        }

        if (-request > dischargeLimit)
        {
            _discharge[Limiters[dischargeBy]] = _discharge.GetValueOrDefault(Limiters[dischargeBy]) + 1;
        }
    }

    private RunSummary Summarise()
    {
        double[] Extremes(string family, double scale)
        {
            double[] values = [.. Trace.IndicesOf(family).SelectMany(column => Enumerable.Range(0, Trace.Count).Select(r => scale * Trace.At(r, column)))];
            return [values.Min(), values.Max()];
        }

        double[] volts = Extremes(ColumnName.CellVoltage, 1000);
        double[] pressures = Extremes(ColumnName.AppliedPressure, 1e-6);
        return new RunSummary
        {
            Scenario = "full-day",
            Profile = "pouch-lpscl-nmc",
            Cells = _cells,
            Seed = 1,
            SimulatedTime_s = _hours * 3600,
            WallTime_s = 14.2,
            Digest = "3f9c1d20a47be865",
            SocRmse_percent = 0.713,
            SocMaxError_percent = 3.02,
            MinCell_mV = volts[0],
            MaxCell_mV = volts[1],
            MaxCoreTemperature_C = Extremes(ColumnName.TrueCoreTemperature, 1)[1],
            MinStackPressure_MPa = pressures[0],
            MaxStackPressure_MPa = pressures[1],
            Violations = _episodes.GroupBy(episode => episode.Key).ToDictionary(group => group.Key, group => group.Count()),
            Served_percent = _asked > 0 ? 100 * _served / _asked : double.NaN,
            ServedWhenLimited_percent = _limits ? 61.3 : double.NaN,
            Diagnoses = _hours > 11 ? ["clamp pressure low"] : [],
            EnergyOut_Wh = 214.3,
            EnergyIn_Wh = 208.9,
            HeaterEnergy_Wh = 161.2,
            Binding = _charge.Concat(_discharge).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)),
            Report = "report.html",
        };
    }

    private double Strip(int cell, double pressure) =>
        0.6 * ((0.386 * Math.Exp(0.243 * (pressure - 2))) + 0.23) * Math.Exp(-37000 / 8.314 * ((1 / (_core[cell] + 273.15)) - (1 / 298.15))) * _factor[cell];

    private double Plate(int cell) =>
        Math.Min(6, 2.0 * Math.Exp(-37600 / 8.314 * ((1 / (_core[cell] + 273.15)) - (1 / 298.15)))) * _factor[cell];

    private static double Ocv(double soc) => 3.35 + (0.85 * soc) - (0.3 * Math.Exp(-25 * soc));

    private static double Drive(double t, double peak)
    {
        double speed = (0.55 + (0.45 * Math.Sin(t / 47))) * (Math.Sin(t / 190) > -0.8 ? 1 : 0);
        double acceleration = Math.Cos(t / 47) + (0.6 * Math.Sin(t / 7.3));
        return Math.Clamp(-peak * ((0.25 * speed * speed) + (0.5 * speed * acceleration)), -peak, 0.5 * peak);
    }

    private static (double Limit, int By) Lowest(params (double Limit, int By)[] limits) => limits.MinBy(limit => limit.Limit);
}
