using System;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Boards;
using Bms.Device.Buses;
using Bms.Device.Drivers;
using Bms.Device.Link;
using Bms.Device.Storage;

namespace Bms.Device.Modes;

/// <summary>A host in the loop: it sends readings over the link and gets decisions back. No pin of the pack moves.</summary>
public sealed class HilMode : Mode
{
    private const int ModeNumber = 3;
    private const int PatienceTicks = 100;

    private readonly Clock _clock;
    private readonly HostLink _link;

    /// <summary>Makes the mode; nothing is opened yet.</summary>
    /// <param name="pins">The board.</param>
    /// <param name="line">Its serial line.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="settings">All settings.</param>
    /// <param name="profile">The cells' profile.</param>
    public HilMode(BoardPins pins, IByteLine line, Clock clock, SettingsStore settings, CellProfile profile)
    {
        Name = "hil";
        ReportPeriod = 500;
        Profile = profile;
        Settings = settings.InEffect();
        _clock = clock;
        BoardSettings board = settings.Board;
        Pack = PackProfile.Uniform(board.Value(BoardSetting.Cells), board.Value(BoardSetting.CellsPerClamp), board.Value(BoardSetting.CellsPerSensor));
        DeviceCommands commands = new DeviceCommands(settings.Core, settings.CoreRecord, board, settings.BoardRecord, new Nau7802[0]);
        DeviceIdentity identity = new DeviceIdentity(Application.Product, Application.Version, pins.Name, profile.Checksum, ModeNumber, Pack);
        _link = new HostLink(line, commands, new DeviceHealth(clock, new I2cChip[0]), identity, true);
        Sensors = new ISensor[] { _link };
        Schedule = Always(Sensors);
        Actuators = new IActuator[] { _link };
    }

    /// <summary>Opens the link and waits two seconds for a host.</summary>
    /// <param name="frame">Takes what the host says meanwhile.</param>
    /// <returns>Whether a host has said hello.</returns>
    public bool FindHost(SensorFrame frame)
    {
        if (!_link.Start())
        {
            return false;
        }

        for (int tick = 0; tick < PatienceTicks && !_link.HasSession && _clock.WaitForTick(); tick++)
        {
            frame.Time_ms = _clock.Time_ms;
            _link.Renew(frame, 0);
        }

        return _link.HasSession;
    }

    /// <inheritdoc/>
    public override RestoredState Restore(SensorFrame frame)
    {
        Console.WriteLine("waiting for readings of the host");
        return RestedPack.Read(this, frame, _clock);
    }

    /// <inheritdoc/>
    public override void Begin(BatteryManager manager, RestoredState state)
    {
        _link.Attach(manager);
    }
}
