using System;
using System.Collections.Generic;
using Bms.Profiles;
using Bms.Simulation.Driving;

namespace Bms.Simulation.Scenarios;

/// <summary>
/// Plays a scenario: says at every instant what current the load asks for, goes from step to step as their ends are reached,
/// and lets events happen. It only asks; what flows, the limits decide. No scenario hangs: a step whose end can't be reached
/// is broken off, with a note.
/// </summary>
public sealed class ScenarioPlayer
{
    /// <summary>Two instants closer than this are one, s.</summary>
    public const double ClockTolerance = 1e-6;

    /// <summary>A voltage counts as reached this close to it, V, when the limit has cut the current off there.</summary>
    public const double VoltageMargin = 0.030;

    /// <summary>Cut off means: a limit below this multiple of 1C ...</summary>
    public const double CutOffRate = 0.02;

    /// <summary>... for this long without a break, s.</summary>
    public const double CutOffTime = 30;

    /// <summary>Less than this multiple of 1C is no current at all.</summary>
    public const double ZeroRate = 0.001;

    /// <summary>A step is broken off after so long without current, or without coming nearer to its temperature, s.</summary>
    public const double Patience = 1800;

    /// <summary>Coming nearer to a temperature means by more than this, K: more than the noise of a sensor.</summary>
    public const double TemperatureProgress = 0.5;

    /// <summary>A step without a time of its own is broken off after so long, s, ...</summary>
    public const double LongestStep = 86_400;

    /// <summary>... or so many times the full charge at the current asked for, whichever is longer.</summary>
    public const double LongestChargeFactor = 1.5;

    private readonly PackRating _rating;
    private readonly IPlantControls _controls;
    private readonly Vehicle _vehicle;
    private readonly double _vehicleShare;
    private readonly ulong _seed;
    private readonly bool _mayHeat;
    private readonly StepSequence _sequence;
    private readonly StepEndWatch _watch;
    private readonly EventTimeline _events;
    private readonly List<ScenarioNote> _notes = [];
    private LastingStep? _step;
    private double _stepBegin;
    private double _stepEstimate;
    private double _expected;
    private bool _heatWanted;
    private Drive? _drive;
    private ulong _drives;
    private double _drivePower;
    private double _soc;

    /// <summary>Gets ready to play a scenario from its beginning.</summary>
    /// <param name="scenario">What is played.</param>
    /// <param name="rating">The pack that plays it.</param>
    /// <param name="controls">Where actions other than current go. The start values of the scenario are not set through it.</param>
    /// <param name="vehicle">The vehicle of drives; <see cref="Vehicle.MidSize"/> if null.</param>
    /// <exception cref="BadInputException">An event names a clamp the pack does not have.</exception>
    public ScenarioPlayer(Scenario scenario, PackRating rating, IPlantControls controls, Vehicle? vehicle = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(rating);
        ArgumentNullException.ThrowIfNull(controls);
        scenario.CheckEvents($"scenario {scenario.Name}");
        _rating = rating;
        _controls = controls;
        _vehicle = vehicle ?? Vehicle.MidSize;
        _vehicleShare = _vehicle.ShareOf(rating.Energy);
        _seed = scenario.Seed;
        _mayHeat = scenario.Heater;
        _sequence = new StepSequence(scenario.Steps, scenario.Repeat);
        _watch = new StepEndWatch(rating.OneC);
        _events = new EventTimeline(scenario, controls, _notes);
        _soc = scenario.Soc / 100;
        double soc = _soc;
        _expected = DurationEstimate.Of(scenario.Steps, scenario.Repeat, rating.OneC, ref soc);
        MaximumDuration = DurationEstimate.Longest(scenario.Steps, scenario.Repeat, rating.OneC);
    }

    /// <summary>The sentence of the step that is on; empty before the first and after the last.</summary>
    public string CurrentStep { get; private set; } = string.Empty;

    /// <summary>Whether every step is over.</summary>
    public bool Done { get; private set; }

    /// <summary>Time of the latest request, s; when done, the instant at which the last step ended.</summary>
    public double ElapsedTotal { get; private set; }

    /// <summary>How long the whole will take, s, as far as can be said now: exact for steps with a time, a guess for others.</summary>
    public double ExpectedDuration => Done ? ElapsedTotal : Math.Max(_expected, ElapsedTotal);

    /// <summary>The longest the whole can take, s.</summary>
    public double MaximumDuration { get; }

    /// <summary>What has happened so far, in order of time.</summary>
    public IReadOnlyList<ScenarioNote> Notes => _notes;

    /// <summary>The current asked for at an instant, A, positive = charge; 0 when done.</summary>
    /// <remarks>Called in order of time, usually every 20 ms. Allocates nothing but when a step or an event begins.</remarks>
    /// <param name="time">Now, s from the beginning; never less than at the call before.</param>
    /// <param name="feedback">What is measured and allowed now.</param>
    public double Request(double time, in LoadFeedback feedback)
    {
        _events.Play(time);
        _soc = double.IsNaN(feedback.StateOfCharge) ? _soc : feedback.StateOfCharge;
        double free = 0;   // the instant at which the step before ended
        while (!Done)
        {
            if (_step is null && !BeginNext(free))
            {
                Done = true;
                ElapsedTotal = free;
                CurrentStep = string.Empty;
                WantHeat(false);
                return 0;
            }

            double requested = Demand(time, feedback);
            if (!_watch.IsOver(time, requested, feedback, out free, out string? reason))
            {
                ElapsedTotal = time;
                return requested;
            }

            End(free, reason);
        }

        return 0;
    }

    private bool BeginNext(double time)
    {
        while (_sequence.Next() is Step step)
        {
            CurrentStep = step.Sentence;
            _notes.Add(new ScenarioNote(time, NoteKind.Step, CurrentStep));
            if (step.Ambient is double ambient)
            {
                _controls.SetAmbient(ambient);
            }

            switch (step)
            {
                case HoldPressureStep hold:
                    _controls.HoldPressure(hold.Megapascal);
                    break;
                case ReleasePressureStep:
                    _controls.ReleasePressure();
                    break;
                case LastingStep lasting:
                    Begin(lasting, time);
                    return true;
            }
        }

        return false;
    }

    private void Begin(LastingStep step, double time)
    {
        _step = step;
        _stepBegin = time;
        double soc = _soc;
        _stepEstimate = DurationEstimate.Of(step, _rating.OneC, ref soc);
        _watch.Begin(step, time);
        WantHeat(step.WantsHeat);
        if (step is DriveStep drive)
        {
            _drive = new Drive(drive.Cycle, drive.Ends.Seconds ?? LongestStep, _seed, _drives++);
            _drivePower = DrivePower(_drive);
        }
    }

    private void End(double time, string? reason)
    {
        if (reason is not null)
        {
            _notes.Add(new ScenarioNote(time, NoteKind.BrokenOff, $"'{CurrentStep}' broken off: {reason}"));
        }

        _expected += time - _stepBegin - _stepEstimate;
        _step = null;
    }

    private double Demand(double time, in LoadFeedback feedback)
    {
        double inStep = time - _stepBegin;
        return _step switch
        {
            ConstantCurrentStep step => step.Direction * step.Rate.Ampere(_rating.OneC),
            LoadStep step => step.Profile.CurrentAt(inStep),
            DriveStep => -DrivePowerAt(inStep) / Voltage(feedback),
            _ => 0,
        };
    }

    private double DrivePowerAt(double inStep)
    {
        while (_drive!.Second + 1 <= inStep + ClockTolerance && _drive.Advance())
        {
            _drivePower = DrivePower(_drive);
        }

        return _drivePower;
    }

    private double DrivePower(Drive drive) => _vehicleShare * _vehicle.BatteryPower(drive.Speed, drive.NextSpeed, drive.Grade);

    // An inverter reads a voltage of its own; before the first reading, and below any real one, the nameplate stands in.
    private double Voltage(in LoadFeedback feedback) => feedback.PackVoltage >= 0.5 * _rating.Voltage ? feedback.PackVoltage : _rating.Voltage;

    private void WantHeat(bool wanted)
    {
        wanted &= _mayHeat;
        if (wanted != _heatWanted)
        {
            _heatWanted = wanted;
            _controls.WantHeat(wanted);
        }
    }
}
