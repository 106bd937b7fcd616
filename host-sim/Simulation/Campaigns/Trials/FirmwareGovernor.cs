using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Simulation.Campaigns.Scoring;
using Bms.Simulation.Frames;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>The firmware: sensors look, the manager thinks, its limits hold; it restarts when the scenario says so.</summary>
internal sealed class FirmwareGovernor : IGovernor
{
    private const int Tick_ms = BatteryManager.Tick_ms;

    private readonly Trial _trial;
    private readonly FrameHeader _header;
    private readonly SensorArray _sensors;
    private readonly SensorFrame _frame = new();
    private readonly Decision _decision = new();
    private readonly RestoredState _memory;
    private BatteryManager _manager;
    private int _restarts;
    private long _offUntil_ms = -1;

    public FirmwareGovernor(Trial trial)
    {
        _trial = trial;
        TrialSetup setup = trial.Setup;
        Scenario scenario = setup.Row.Scenario;
        double believed = scenario.Soc + setup.Draw.SocError_percent;
        double error = believed is >= 0 and <= 100 ? setup.Draw.SocError_percent : -setup.Draw.SocError_percent;
        _header = FirmwareUnderTest.Header(scenario with { SocError = error }, setup.Believed ?? setup.Design, setup.LimitersOff);
        foreach ((int number, int value) in setup.Settings)
        {
            _header.Settings[number] = value;
        }

        _manager = Replay.Start(_header, setup.Design.Name);
        _memory = new RestoredState(scenario.Cells);
        PackProfile map = new(_header.ClampOfCell, _header.SensorOfCell);
        SensorErrors errors = setup.Sensors with { AtBounds = setup.Row.SensorsAtBounds };
        _sensors = new SensorArray(trial.Pack, map, setup.TrueCell, errors, setup.Draw.Seed);
        Score = new FirmwareScore(trial.Pack, setup.Design, errors, setup.Row.Expected);
    }

    /// <summary>How well it does.</summary>
    public FirmwareScore Score { get; }

    /// <summary>How right it is about the health of its cells now.</summary>
    public HealthScore Health => new(_trial.Pack, _trial.Setup.Design, _manager);

    /// <inheritdoc/>
    public bool HeaterOn => _offUntil_ms < 0 && _decision.HeaterOn;

    /// <inheritdoc/>
    public void Look(long time_ms)
    {
        Trial trial = _trial;
        bool off = IsOff(time_ms);
        trial.Controls.Report(_frame, time_ms, trial.Requested, !off && _decision.ClosePositive, !off && _decision.CloseNegative, !off && _decision.ClosePrecharge);
        _sensors.Convert(_frame, time_ms, time_ms == 0 ? 0 : Tick_ms, trial.Current, (time_ms - trial.PlantTime_ms) / 1000.0);
        if (off)
        {
            return;
        }

        _manager.Step(_frame, _decision);
        Score.Look(time_ms / 1000.0, _manager, _decision);
    }

    /// <inheritdoc/>
    public double Limit(long time_ms, bool charges) =>
        _offUntil_ms < 0 && _decision.ClosePositive && _decision.CloseNegative ? (charges ? _decision.LimitCharge_uA : _decision.LimitDischarge_uA) * 1e-6 : 0;

    /// <inheritdoc/>
    public void HeldBack(bool charges)
    {
    }

    private bool IsOff(long time_ms)
    {
        CampaignScenario row = _trial.Setup.Row;
        if (_offUntil_ms < 0 && _restarts < row.Restarts.Count && time_ms >= row.Restarts[_restarts].At_s * 1000)
        {
            _manager.Remember(_memory);
            _offUntil_ms = time_ms + (long)(row.Restarts[_restarts++].Off_s * 1000);
        }
        else if (_offUntil_ms >= 0 && time_ms >= _offUntil_ms)
        {
            _memory.Age_s = (int)row.Restarts[_restarts - 1].Off_s;
            _manager = Replay.Start(_header with { Start_ms = time_ms, Restored = _memory }, _trial.Setup.Design.Name);
            Score.Restart();
            _decision.ClosePositive = false;
            _decision.CloseNegative = false;
            _decision.ClosePrecharge = false;
            _offUntil_ms = -1;
        }

        return _offUntil_ms >= 0;
    }
}
