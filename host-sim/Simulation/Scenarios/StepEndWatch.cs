using System;

namespace Bms.Simulation.Scenarios;

/// <summary>Watches for the end of one step: the ends it names, and the reasons for which they can't be reached.</summary>
internal sealed class StepEndWatch
{
    private readonly double _oneC;
    private readonly Lapse _cut = new();
    private readonly Lapse _held = new();
    private readonly Lapse _stuck = new();
    private LastingStep _step = new RestStep();
    private double _begin;
    private double _longest;
    private int _temperatureDirection;
    private double _nearestTemperature;

    /// <summary>Makes a watch for a pack with this 1C current, A.</summary>
    public StepEndWatch(double oneC) => _oneC = oneC;

    /// <summary>Begins to watch a step.</summary>
    public void Begin(LastingStep step, double time)
    {
        _step = step;
        _begin = time;
        _longest = LongestDuration(step, _oneC);
        _temperatureDirection = 0;
        _nearestTemperature = double.PositiveInfinity;
        _cut.Stop();
        _held.Stop();
        _stuck.Stop();
    }

    /// <summary>Longest time a step can take, s: what it says, or else what the player waits at most.</summary>
    public static double LongestDuration(LastingStep step, double oneC)
    {
        double slowCharge = step is ConstantCurrentStep current ? ScenarioPlayer.LongestChargeFactor * 3600 * oneC / current.Rate.Ampere(oneC) : 0;
        return step.Ends.Seconds ?? Math.Max(ScenarioPlayer.LongestStep, slowCharge);
    }

    /// <summary>Whether the step is over at an instant, and if so, since when and why.</summary>
    /// <param name="time">Now, s.</param>
    /// <param name="requested">Current asked for, A, positive = charge.</param>
    /// <param name="feedback">What is measured and allowed.</param>
    /// <param name="ended">Instant at which it ended, s.</param>
    /// <param name="reason">Why it was broken off; null when it reached an end it names.</param>
    public bool IsOver(double time, double requested, in LoadFeedback feedback, out double ended, out string? reason)
    {
        reason = null;
        ended = _begin + _longest;   // not the instant of the call: a day of timed steps is exactly a day
        if (time + ScenarioPlayer.ClockTolerance >= ended)
        {
            reason = _step.Ends.Seconds is null ? $"not reached within {Quantity.Time.Print(_longest)}" : null;
            return true;
        }

        ended = time;
        if (_temperatureDirection == 0 && _step.Ends.Celsius is double wanted)
        {
            _temperatureDirection = _step is PreheatStep || feedback.MinimumTemperature < wanted ? 1 : feedback.MaximumTemperature > wanted ? -1 : 0;
        }

        reason = _step.Ends.Seconds is null ? WhyNever(time, requested, feedback) : null;
        return reason is not null || VoltageReached(time, requested, feedback) || ChargeReached(feedback) || TemperatureReached(feedback);
    }

    private bool VoltageReached(double time, double requested, in LoadFeedback feedback)
    {
        if (_step.Ends.Volt is not double wanted)
        {
            return false;
        }

        double extreme = _step.Direction > 0 ? feedback.MaximumCellVoltage : feedback.MinimumCellVoltage;
        double missing = (wanted - extreme) * _step.Direction;
        double limit = requested > 0 ? feedback.ChargeLimit : feedback.DischargeLimit;
        bool cut = missing <= ScenarioPlayer.VoltageMargin && limit < Math.Abs(requested) && limit < ScenarioPlayer.CutOffRate * _oneC;
        return missing <= 0 || _cut.Lasts(cut, time) >= ScenarioPlayer.CutOffTime;
    }

    private bool ChargeReached(in LoadFeedback feedback) =>
        _step.Ends.Percent is double wanted && (wanted - (100 * feedback.StateOfCharge)) * _step.Direction <= 0;

    private bool TemperatureReached(in LoadFeedback feedback) =>
        _step.Ends.Celsius is double wanted && MissingTemperature(wanted, feedback) <= 0;

    private double MissingTemperature(double wanted, in LoadFeedback feedback)
    {
        return _temperatureDirection >= 0 ? wanted - feedback.MinimumTemperature : feedback.MaximumTemperature - wanted;
    }

    private string? WhyNever(double time, double requested, in LoadFeedback feedback)
    {
        double flowing = Math.Min(Math.Abs(feedback.AppliedCurrent), requested > 0 ? feedback.ChargeLimit : feedback.DischargeLimit);
        if (_held.Lasts(requested != 0 && flowing < ScenarioPlayer.ZeroRate * _oneC, time) >= ScenarioPlayer.Patience)
        {
            return $"no current has been allowed for {Quantity.Time.Print(ScenarioPlayer.Patience)}";
        }

        if (_step.Ends.Celsius is not double wanted)
        {
            return null;
        }

        double missing = MissingTemperature(wanted, feedback);
        bool nearer = missing < _nearestTemperature - ScenarioPlayer.TemperatureProgress;
        _nearestTemperature = nearer ? missing : _nearestTemperature;
        return _stuck.Lasts(!nearer, time) >= ScenarioPlayer.Patience
            ? $"the temperature has come no nearer for {Quantity.Time.Print(ScenarioPlayer.Patience)}"
            : null;
    }

    /// <summary>How long a condition has been true without a break.</summary>
    private sealed class Lapse
    {
        private double _since = double.NaN;

        public void Stop() => _since = double.NaN;

        public double Lasts(bool condition, double time)
        {
            _since = !condition ? double.NaN : double.IsNaN(_since) ? time : _since;
            return condition ? time - _since : 0;
        }
    }
}
