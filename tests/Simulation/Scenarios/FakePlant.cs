using System;
using System.Collections.Generic;
using System.Globalization;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Tests.Scenarios;

/// <summary>A pack simple enough to predict: a straight open-circuit line, a resistance, first-order temperature, limits a test sets.</summary>
internal sealed class FakePlant : IPlantControls
{
    public const double OneC = 6;
    private const double Empty = 3.0;
    private const double Full = 4.2;
    private const double Resistance = 0.02;
    private const double WarmingTime = 300;

    private readonly int _cells;
    private long _ticks;
    private double _time;

    public FakePlant(Scenario scenario)
    {
        _cells = scenario.Cells;
        Soc = scenario.Soc / 100;
        Temperature = scenario.Temperature ?? 25;
        Ambient = scenario.Ambient ?? Temperature;
        LowestSoc = HighestSoc = Soc;
        ClampOffsets = new double[scenario.Clamps];
        Player = new ScenarioPlayer(scenario, new PackRating(OneC, OneC * 3.6 * _cells), this);
    }

    public ScenarioPlayer Player { get; }

    public double Soc { get; set; }

    public double LowestSoc { get; private set; }

    public double HighestSoc { get; private set; }

    public double Temperature { get; private set; }

    public double Ambient { get; private set; }

    public bool Heating { get; private set; }

    public double ChargeLimit { get; set; } = 1000;

    public double DischargeLimit { get; set; } = 1000;

    /// <summary>The voltage at which the charge limit begins to fall, like that of a careful firmware.</summary>
    public double TaperFrom { get; set; } = double.PositiveInfinity;

    public double Requested { get; private set; }

    public double Applied { get; private set; }

    public double Time => _time;

    public double[] ClampOffsets { get; }

    public List<(int Cell, double? Percent)> Breaches { get; } = [];

    public List<string> Actions { get; } = [];

    public double CellVoltage => Empty + ((Full - Empty) * Soc) + (Resistance * Applied);

    public static FakePlant Of(params string[] steps) => new(Scenario(steps));

    public static Scenario Scenario(params string[] steps) =>
        new() { Name = "test", Title = "Test", Soc = 50, Heater = true, Steps = [.. Array.ConvertAll(steps, step => StepSentence.Parse(step))] };

    public LoadFeedback Feedback()
    {
        double limit = Math.Min(ChargeLimit, Math.Max(0, (TaperFrom - (CellVoltage - (Resistance * Applied))) / Resistance));
        return new LoadFeedback
        {
            MinimumCellVoltage = CellVoltage,
            MaximumCellVoltage = CellVoltage,
            PackVoltage = CellVoltage * _cells,
            StateOfCharge = Soc,
            MinimumTemperature = Temperature,
            MaximumTemperature = Temperature,
            ChargeLimit = limit,
            DischargeLimit = DischargeLimit,
            AppliedCurrent = Applied,
        };
    }

    /// <summary>One call of the player, then the time until the next.</summary>
    public void Step(double dt = 0.02)
    {
        LoadFeedback feedback = Feedback();
        Requested = Player.Request(_time, feedback);
        Applied = Math.Clamp(Requested, -feedback.DischargeLimit, feedback.ChargeLimit);
        Soc += Applied * dt / 3600 / OneC;
        LowestSoc = Math.Min(LowestSoc, Soc);
        HighestSoc = Math.Max(HighestSoc, Soc);
        double target = Ambient + (Heating ? 40 : 0);
        Temperature += (target - Temperature) * dt / WarmingTime;
        _ticks++;
        _time = _ticks * dt;
    }

    public void PlayUntil(double time, double dt = 1)
    {
        while (_time < time)
        {
            Step(dt);
        }
    }

    public void PlayToEnd(double dt = 1)
    {
        double latest = Player.MaximumDuration + dt;
        while (!Player.Done)
        {
            Step(dt);
            if (_time > latest + dt)
            {
                throw new InvalidOperationException($"not done after {_time} s, in '{Player.CurrentStep}'");
            }
        }
    }

    public void SetAmbient(double celsius)
    {
        Ambient = celsius;
        Note($"ambient {celsius}");
    }

    public void HoldPressure(double megapascal) => Note($"hold {megapascal}");

    public void ReleasePressure() => Note("release");

    public void Breach(int cell, double? percent) => Breaches.Add((cell, percent));

    public void SetClampOffset(int clamp, double megapascal) => ClampOffsets[clamp] = megapascal;

    public void WantHeat(bool wanted)
    {
        Heating = wanted;
        Note($"heat {wanted}");
    }

    private void Note(FormattableString text) => Actions.Add(text.ToString(CultureInfo.InvariantCulture));

    private void Note(string text) => Actions.Add(text);
}
