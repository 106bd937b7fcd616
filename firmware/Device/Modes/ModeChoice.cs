using System;
using System.Device.Gpio;
using Bms.Core.Cells;
using Bms.Core.Storage;
using Bms.Device.Boards;
using Bms.Device.Drivers;
using Bms.Device.Storage;

namespace Bms.Device.Modes;

/// <summary>Finds out what the firmware is connected to: chips, a host in the loop, or nothing.</summary>
public sealed class ModeChoice
{
    private const int CoreSettingsKind = 1;
    private const int BoardSettingsKind = 2;
    private const int Board = 2;
    private const int InTheLoop = 3;
    private const int Demo = 1;

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

    /// <summary>Chooses.</summary>
    /// <param name="profile">The cells' profile; null if there is none that is sound: then nothing is connected.</param>
    public Mode Choose(CellProfile profile)
    {
        Settings settings = new Settings();
        BoardSettings board = new BoardSettings();
        bool isSound = Load("settings", CoreSettingsKind, settings);
        isSound &= Load("board", BoardSettingsKind, board);
        int wanted = board.Value(BoardSetting.Mode);
        if (profile == null || !isSound || wanted == Demo)
        {
            return new DemoMode();
        }

        if (wanted != InTheLoop)
        {
            BoardMode mode = new BoardMode(_pins, _gpio, _store, _clock, _outputs, board, settings, profile);
            if (mode.FindChips() || wanted == Board)
            {
                return mode;
            }
        }

        return new DemoMode();
    }

    private bool Load(string name, int kind, Settings settings)
    {
        RecordSlots record = SettingsRecord.Slots(new FileMedium(_store, name), kind, settings);
        SettingsRecord.Load(record, settings);
        if (record.IsDamaged)
        {
            Console.WriteLine(name + " damaged: the pack stays disconnected");
        }

        return !record.IsDamaged;
    }
}
