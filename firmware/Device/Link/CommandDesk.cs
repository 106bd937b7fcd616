using System;
using Bms.Device.Storage;

namespace Bms.Device.Link;

/// <summary>Takes commands on settings and load cells and hands them to what carries them out.</summary>
public sealed class CommandDesk
{
    private const int Tables = 2;

    private readonly ICommandTarget _target;

    /// <summary>The value of the setting that the last command read or changed; 0 after any other.</summary>
    public int Value;

    /// <summary>Makes a desk in front of a target.</summary>
    public CommandDesk(ICommandTarget target)
    {
        _target = target;
    }

    /// <summary>Carries out a command whose length and moment have been found right.</summary>
    /// <param name="number">Its message number.</param>
    /// <param name="bytes">Where it lies.</param>
    /// <param name="start">Index of its first field, the tag.</param>
    public CommandResult CarryOut(int number, byte[] bytes, int start)
    {
        Value = 0;
        int first = bytes[start + 1];
        switch (number)
        {
            case LinkMessage.ReadSetting:
                return Read(first, bytes[start + 2]);
            case LinkMessage.WriteSetting:
                return Write(first, bytes[start + 2], BitConverter.ToInt32(bytes, start + 3));
            case LinkMessage.SetMode:
                return Write(1, BoardSetting.Mode, first);
            case LinkMessage.Tare:
                return _target.Tare(first);
            case LinkMessage.Span:
                return _target.Span(first, BitConverter.ToInt32(bytes, start + 2));
            default:
                return CommandResult.UnknownMessage;
        }
    }

    private CommandResult Read(int table, int setting)
    {
        if (table >= Tables || !_target.HasSetting(table == 1, setting))
        {
            return CommandResult.UnknownNumber;
        }

        Value = _target.Setting(table == 1, setting);
        return CommandResult.Done;
    }

    private CommandResult Write(int table, int setting, int value)
    {
        if (table >= Tables || !_target.HasSetting(table == 1, setting))
        {
            return CommandResult.UnknownNumber;
        }

        CommandResult result = _target.ChangeSetting(table == 1, setting, value);
        Value = _target.Setting(table == 1, setting);
        return result;
    }
}
