using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Simulation.Frames;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Demo;

/// <summary>
/// Thins a recording out to what a chip can carry: of the readings and of what the load asks for the means of each second, in
/// steps. So coarse a load has to keep to the limits anew, or the trace would show a current that the firmware forbids; hence a
/// core takes the trace in as it is made, and the current falls where a limit falls below it.
/// </summary>
internal sealed class DemoRecorder
{
    private const int SecondTicks = 1000 / BatteryManager.Tick_ms;

    // a load that has to give way stays a little below the limit, so that it need not follow its every move
    private const int GiveWay = 32;

    private readonly IReadOnlyList<DemoChannel> _channels;
    private readonly BatteryManager _manager;
    private readonly DemoWriter _writer;
    private readonly SensorFrame _taken = new();
    private readonly Decision _decision = new();
    private readonly long[] _sum;
    private readonly int[] _steps;
    private readonly int _currentA;
    private readonly int _currentB;
    private readonly int _positive;
    private readonly int _negative;
    private readonly int _precharge;
    private long _time_ms;

    private DemoRecorder(FrameHeader header)
    {
        int cells = header.ClampOfCell.Length;
        _channels = DemoForm.Channels(cells, header.ClampOfCell.Max() + 1, header.SensorOfCell.Max() + 1);
        _manager = Replay.Start(header, DemoTrace.Name);
        _writer = new DemoWriter(header, _channels);
        _sum = new long[_channels.Count];
        _steps = new int[_channels.Count];
        _currentA = Place(Channel.PackCurrentA);
        _currentB = Place(Channel.PackCurrentB);
        _positive = Place(Channel.ContactorPositive);
        _negative = Place(Channel.ContactorNegative);
        _precharge = Place(Channel.Precharge);
    }

    /// <summary>Thins a recording out; a last second that is not whole is left out.</summary>
    /// <param name="recording">The recording, from its first frame.</param>
    /// <param name="scenario">What was recorded.</param>
    public static DemoTrace Thin(IFrameSource recording, Scenario scenario)
    {
        DemoRecorder recorder = new(recording.Header);
        SensorFrame seen = new();
        while (recorder.TakeSecond(recording, seen))
        {
            recorder.PlaySecond();
        }

        return new DemoTrace(scenario, recorder._writer.ToArray(), (int)(recorder._time_ms / BatteryManager.Tick_ms), recorder._manager.Digest);
    }

    // the means of the next second; false if it is not whole
    private bool TakeSecond(IFrameSource recording, SensorFrame seen)
    {
        Array.Clear(_sum);
        for (int tick = 0; tick < SecondTicks; tick++)
        {
            if (!recording.Next(seen))
            {
                return false;
            }

            for (int k = 0; k < _sum.Length; k++)
            {
                _sum[k] += seen.Value[_channels[k].Number];
            }
        }

        for (int k = 0; k < _sum.Length; k++)
        {
            _steps[k] = (int)Math.Round(_sum[k] / (double)SecondTicks / _channels[k].Step);
        }

        return true;
    }

    // what a core makes of it, whose contactors and limits the load follows
    private void PlaySecond()
    {
        for (int tick = 0; tick < SecondTicks; tick++)
        {
            _steps[_positive] = _decision.ClosePositive ? 1 : 0;
            _steps[_negative] = _decision.CloseNegative ? 1 : 0;
            _steps[_precharge] = _decision.ClosePrecharge ? 1 : 0;
            KeepToLimits();
            for (int k = 0; k < _steps.Length; k++)
            {
                _taken.Set(_channels[k].Number, _steps[k] * _channels[k].Step, _time_ms);
            }

            _taken.Time_ms = _time_ms;
            _writer.Add(_steps);
            _manager.Step(_taken, _decision);
            _time_ms += BatteryManager.Tick_ms;
        }
    }

    private void KeepToLimits()
    {
        int step_uA = _channels[_currentA].Step;
        int limit = (_steps[_currentA] > 0 ? _decision.LimitCharge_uA : _decision.LimitDischarge_uA) / step_uA;
        int excess = Math.Abs(_steps[_currentA]) - limit;
        if (excess > 0)
        {
            int kept = Math.Sign(_steps[_currentA]) * (limit - (limit / GiveWay));
            long difference_uA = (long)(kept - _steps[_currentA]) * step_uA;
            _steps[_currentA] = kept;
            _steps[_currentB] += (int)(difference_uA / _channels[_currentB].Step);
        }
    }

    private int Place(int channel) => _channels.Select(row => row.Number).ToList().IndexOf(channel);
}
