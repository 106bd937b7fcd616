using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Simulation.Driving;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Verification;

/// <summary>The loads under which the models are compared, second by second, as multiples of 1C, positive on charge.</summary>
/// <remarks>Each is scaled to what a cell takes at a temperature, so that its contact holds: no second exceeds either rate.</remarks>
internal static class VerificationLoad
{
    private const int Hour = 3600;

    // Drives and days are the same whatever the cell: shapes of a car.
    private const double NameplateVoltage = 3.7;
    private const ulong Seed = 1;

    private static readonly Lazy<double[]> _day = new(Day);
    private static readonly double _drivePeak = Drive(DriveCycle.Aggressive.Duration).Max();

    /// <summary>From full to empty, a rest, and back to full, each at one rate, and a rest.</summary>
    public static IEnumerable<double> Cycle(double discharge, double charge, CellFeedback cell)
    {
        (double Rate, double Seconds)[] cycle = [(-discharge, double.PositiveInfinity), (0, Hour), (charge, double.PositiveInfinity), (0, Hour)];
        return cycle.SelectMany(part => Hold(part.Rate, part.Seconds, cell));
    }

    /// <summary>From full to empty in tenths, with a pulse either way before each, and rests.</summary>
    public static IEnumerable<double> Pulses(double discharge, double charge, CellFeedback cell)
    {
        (double Rate, double Seconds)[] tenth = [(-discharge, 60), (0, 120), (charge, 60), (0, 120), (-discharge, 0.1 * Hour * cell.Hours / discharge), (0, Hour / 2)];
        return Enumerable.Repeat(tenth, 10).SelectMany(parts => parts)
            .TakeWhile(part => !(part.Rate == 0 && cell.IsEmpty)).SelectMany(part => Hold(part.Rate, part.Seconds, cell));
    }

    /// <summary>Driven hard until it is empty, at most a day; what a full cell can't take goes to the brakes.</summary>
    public static IEnumerable<double> Drive(double discharge, double charge, CellFeedback cell) =>
        Drive(24 * Hour).Select(power => Within(-power / _drivePeak * discharge, discharge, cell.IsFull ? 0 : charge)).TakeWhile(rate => !(rate < 0 && cell.IsEmpty));

    /// <summary>The current of the full-day scenario, scaled to the rate, or less where the charge would not last for the day.</summary>
    public static IEnumerable<double> Day(double discharge, double charge, CellFeedback cell)
    {
        double[] day = _day.Value;
        double scale = Math.Min(discharge / -day.Min(), 0.5 * Hour * cell.Hours / -day.Where(rate => rate < 0).Sum());
        return day.Select(rate => Within(rate * scale, discharge, cell.IsFull ? 0 : charge)).TakeWhile(rate => !(rate < 0 && cell.IsEmpty));
    }

    // One rate for a time, or until the voltage is at its limit.
    private static IEnumerable<double> Hold(double rate, double seconds, CellFeedback cell)
    {
        for (int second = 0; second < seconds && !(rate < 0 && cell.IsEmpty) && !(rate > 0 && cell.IsFull); second++)
        {
            yield return rate;
        }
    }

    private static double Within(double rate, double discharge, double charge) => Math.Clamp(rate, -discharge, charge);

    private static IEnumerable<double> Drive(double duration)
    {
        var drive = new Drive(DriveCycle.Aggressive, duration, Seed, stream: 0);
        do
        {
            yield return Vehicle.MidSize.BatteryPower(drive.Speed, drive.NextSpeed, drive.Grade);
        }
        while (drive.Advance());
    }

    private static double[] Day()
    {
        Scenario scenario = ScenarioLibrary.Load("full-day");
        var player = new ScenarioPlayer(scenario, new PackRating(1, NameplateVoltage), new Bystander());
        LoadFeedback feedback = LoadFeedback.Unknown with { ChargeLimit = double.PositiveInfinity, DischargeLimit = double.PositiveInfinity };
        return [.. Enumerable.Range(0, 24 * Hour).Select(second => player.Request(second, feedback))];
    }

    /// <summary>Takes no action but current.</summary>
    private sealed class Bystander : IPlantControls
    {
        public void SetAmbient(double celsius)
        {
        }

        public void HoldPressure(double megapascal)
        {
        }

        public void ReleasePressure()
        {
        }

        public void SetClampOffset(int clamp, double megapascal)
        {
        }

        public void Breach(int cell, double? percent)
        {
        }

        public void WantHeat(bool wanted)
        {
        }
    }
}
