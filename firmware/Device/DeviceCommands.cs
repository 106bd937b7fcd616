using Bms.Core.Storage;
using Bms.Device.Drivers;
using Bms.Device.Link;
using Bms.Device.Storage;
using nanoFramework.Runtime.Native;

namespace Bms.Device;

/// <summary>Carries out what a host commands: settings, tare and span of load cells, restart. Settings take effect with the next
/// start; a scale does at once.</summary>
public sealed class DeviceCommands : ICommandTarget
{
    // below this much of the full scale a known pressure says little about the slope: 1 % of rated output
    private const int FewestCounts = 42950;

    // the zero balance of a sound bridge, of either sign: 20 % of rated output
    private const int MostTare = 860000;

    private readonly Settings _settings;
    private readonly BoardSettings _board;
    private readonly RecordSlots _settingsRecord;
    private readonly RecordSlots _boardRecord;
    private readonly Nau7802[] _clamps;

    /// <summary>Makes the commands ready.</summary>
    /// <param name="settings">The core's settings as they are in the flash: not those that the core works with.</param>
    /// <param name="settingsRecord">Where they are kept.</param>
    /// <param name="board">The board's settings.</param>
    /// <param name="boardRecord">Where they are kept.</param>
    /// <param name="clamps">The load-cell converters; none where readings come from elsewhere.</param>
    public DeviceCommands(Settings settings, RecordSlots settingsRecord, BoardSettings board, RecordSlots boardRecord, Nau7802[] clamps)
    {
        _settings = settings;
        _settingsRecord = settingsRecord;
        _board = board;
        _boardRecord = boardRecord;
        _clamps = clamps;
    }

    /// <inheritdoc/>
    public bool HasSetting(bool isBoard, int number)
    {
        return number >= 0 && number < Of(isBoard).Count;
    }

    /// <inheritdoc/>
    public int Setting(bool isBoard, int number)
    {
        return Of(isBoard).Value(number);
    }

    /// <inheritdoc/>
    public CommandResult ChangeSetting(bool isBoard, int number, int value)
    {
        Settings settings = Of(isBoard);
        int before = settings.Value(number);
        if (!settings.Change(number, value))
        {
            return CommandResult.OutOfRange;
        }

        if (!SettingsRecord.Save(isBoard ? _boardRecord : _settingsRecord, settings))
        {
            settings.Change(number, before);
            return CommandResult.Failed;
        }

        return CommandResult.Done;
    }

    /// <inheritdoc/>
    public CommandResult Tare(int loadCell)
    {
        CommandResult result = Check(loadCell);
        if (result != CommandResult.Done)
        {
            return result;
        }

        int counts = _clamps[loadCell >> 1].Counts[loadCell & 1];
        return counts > MostTare || counts < -MostTare ? CommandResult.OutOfRange : Scale(loadCell, BoardSetting.LoadCellTare, counts);
    }

    /// <inheritdoc/>
    public CommandResult Span(int loadCell, int pressure_Pa)
    {
        CommandResult result = Check(loadCell);
        if (result != CommandResult.Done)
        {
            return result;
        }

        int counts = _clamps[loadCell >> 1].Counts[loadCell & 1] - _board.Value(BoardSetting.LoadCellTare + loadCell);
        if (pressure_Pa <= 0)
        {
            return CommandResult.OutOfRange;
        }

        if (counts < FewestCounts)
        {
            return CommandResult.OutOfRange;
        }

        // 2 mV/V are 2^32 / 1000 counts
        long rated_Pa = ((long)pressure_Pa << 32) / counts / 1000;
        return rated_Pa > int.MaxValue ? CommandResult.OutOfRange : Scale(loadCell, BoardSetting.LoadCellSpan, (int)rated_Pa);
    }

    /// <inheritdoc/>
    public void Reboot()
    {
        Power.RebootDevice();
    }

    private Settings Of(bool isBoard)
    {
        return isBoard ? _board : _settings;
    }

    private CommandResult Check(int loadCell)
    {
        if (_clamps.Length == 0)
        {
            return CommandResult.WrongMode;
        }

        if (loadCell >= _clamps.Length << 1)
        {
            return CommandResult.UnknownNumber;
        }

        return _clamps[loadCell >> 1].IsConfigured ? CommandResult.Done : CommandResult.Failed;
    }

    private CommandResult Scale(int loadCell, int setting, int value)
    {
        CommandResult result = ChangeSetting(true, setting + loadCell, value);
        if (result == CommandResult.Done)
        {
            _clamps[loadCell >> 1].SetScale(loadCell & 1, _board.Value(BoardSetting.LoadCellTare + loadCell), _board.Value(BoardSetting.LoadCellSpan + loadCell));
        }

        return result;
    }
}
