using Bms.Core.Cells;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Demo;

namespace Bms.Device.Modes;

/// <summary>Replays ten recorded minutes, so that a bare board shows limits, reasons and its own timing at once.</summary>
public sealed class DemoMode : Mode, ISensor
{
    private readonly TracePlayer _player = new TracePlayer(EmbeddedTrace.Bytes());

    /// <summary>Makes the mode: the recorded pack, default settings.</summary>
    public DemoMode()
    {
        Name = "demo";
        Sensors = new ISensor[] { this };
        Actuators = new IActuator[0];
        Pack = _player.Pack();
        Settings = new Settings();
        KeepsOwnTime = true;
    }

    /// <inheritdoc/>
    public override RestoredState Restore(SensorFrame frame, CellProfile profile)
    {
        return _player.State();
    }

    /// <inheritdoc/>
    public bool Start()
    {
        return _player.FrameCount > 0;
    }

    /// <inheritdoc/>
    public void Renew(SensorFrame frame, int phase)
    {
        IsOver = !_player.Fill(frame);
    }
}
