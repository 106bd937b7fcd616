using System.Device.Gpio;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Device.Boards;
using Bms.Device.Drivers;
using Bms.Device.Link;
using Bms.Device.Storage;

namespace Bms.Device.Modes;

/// <summary>Finds out what the firmware is connected to: chips, a host in the loop, or nothing.</summary>
public sealed class ModeChoice
{
    private const int Demo = 1;
    private const int Board = 2;
    private const int InTheLoop = 3;

    private readonly BoardPins _pins;
    private readonly GpioController _gpio;
    private readonly FileStore _store;
    private readonly Clock _clock;
    private readonly ContactorOutputs _outputs;

    /// <summary>Makes the choice ready.</summary>
    public ModeChoice(BoardPins pins, GpioController gpio, FileStore store, Clock clock, ContactorOutputs outputs)
    {
        _pins = pins;
        _gpio = gpio;
        _store = store;
        _clock = clock;
        _outputs = outputs;
    }

    /// <summary>Chooses. Without a sound profile of the cells nothing is connected.</summary>
    /// <param name="frame">Takes what a host says meanwhile.</param>
    public Mode Choose(SensorFrame frame)
    {
        SettingsStore settings = new SettingsStore(_store);
        SerialLine line = new SerialLine(_pins.LinkReceive, _pins.LinkSend);
        int wanted = settings.Board.Value(BoardSetting.Mode);
        Mode connected = settings.IsDamaged || wanted == Demo ? null : Connected(settings, line, wanted, frame);
        return connected == null ? new DemoMode(_pins, line, _clock, settings) : connected;
    }

    // A call of its own: the heap holds either what a connection needs or the demonstration, and not both.
    private Mode Connected(SettingsStore settings, SerialLine line, int wanted, SensorFrame frame)
    {
        CellProfile profile = StoredProfile.Read(_store);
        if (profile == null)
        {
            return null;
        }

        if (wanted != InTheLoop)
        {
            BoardMode board = new BoardMode(_pins, _gpio, line, _store, _clock, _outputs, settings, profile);
            if (board.FindChips() || wanted == Board)
            {
                return board;
            }
        }

        HilMode hil = new HilMode(_pins, line, _clock, settings, profile);
        return hil.FindHost(frame) || wanted == InTheLoop ? hil : null;
    }
}
