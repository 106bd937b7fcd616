using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Boards;
using Bms.Device.Buses;
using Bms.Device.Demo;
using Bms.Device.Drivers;
using Bms.Device.Link;
using Bms.Device.Storage;

namespace Bms.Device.Modes;

/// <summary>Replays ten recorded minutes, so that a bare board shows limits, reasons and its own timing at once. A host may look
/// on and change settings, the mode for one; the pack it sees is the recorded one.</summary>
public sealed class DemoMode : Mode, ISensor
{
    private const int ModeNumber = 1;

    private readonly TracePlayer _player;
    private readonly HostLink _link;

    /// <summary>Makes the mode: the recorded pack, default settings.</summary>
    /// <param name="pins">The board.</param>
    /// <param name="line">Its serial line.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="settings">All settings, for a host to change.</param>
    public DemoMode(BoardPins pins, IByteLine line, Clock clock, SettingsStore settings)
    {
        Name = "demo";

        // before the trace: while a profile is read, it is on the heap three times
        Profile = StoredProfile.Embedded();
        _player = new TracePlayer(EmbeddedTrace.Bytes());
        Pack = _player.Pack();
        Settings = new Settings();
        KeepsOwnTime = true;
        DeviceCommands commands = new DeviceCommands(settings.Core, settings.CoreRecord, settings.Board, settings.BoardRecord, new Nau7802[0]);
        DeviceIdentity identity = new DeviceIdentity(Application.Product, Application.Version, pins.Name, Profile.Checksum, ModeNumber, Pack);
        _link = new HostLink(line, commands, new DeviceHealth(clock, new I2cChip[0]), identity, false) { IsRecorded = true };
        Sensors = new ISensor[] { this };
        Schedule = Always(Sensors);
        Actuators = new IActuator[] { _link };
    }

    /// <inheritdoc/>
    public override RestoredState Restore(SensorFrame frame)
    {
        Start();
        return _player.State();
    }

    /// <inheritdoc/>
    public override void Begin(BatteryManager manager, RestoredState state)
    {
        _link.Attach(manager);
    }

    /// <inheritdoc/>
    public bool Start()
    {
        return _link.Start();
    }

    /// <inheritdoc/>
    public void Renew(SensorFrame frame, int phase)
    {
        _link.Renew(frame, phase);
        IsOver = !_player.Fill(frame);
    }
}
