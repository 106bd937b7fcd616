namespace Bms.Device.Link;

/// <summary>
/// What carries out the commands of the link. The link calls the methods that change anything only while all contactors are
/// told to be open, within a tick, which they may hold up.
/// </summary>
public interface ICommandTarget
{
    /// <summary>Whether there is such a setting.</summary>
    /// <param name="isBoard">The board's table instead of the core's.</param>
    /// <param name="number">Number of the row, from 0.</param>
    public bool HasSetting(bool isBoard, int number);

    /// <summary>The value a setting has now, whether it is in effect yet or not; asked only for settings there are.</summary>
    /// <param name="isBoard">The board's table instead of the core's.</param>
    /// <param name="number">Number of the row.</param>
    public int Setting(bool isBoard, int number);

    /// <summary>Changes a setting and keeps it in the flash; asked only for settings there are.</summary>
    /// <param name="isBoard">The board's table instead of the core's.</param>
    /// <param name="number">Number of the row.</param>
    /// <param name="value">New value, any number.</param>
    /// <returns><see cref="CommandResult.Done"/>; <see cref="CommandResult.OutOfRange"/> or
    /// <see cref="CommandResult.Failed"/> if nothing has changed.</returns>
    public CommandResult ChangeSetting(bool isBoard, int number, int value);

    /// <summary>Takes what a load cell shows now as no pressure, and keeps that in the flash.</summary>
    /// <param name="loadCell">Number of the load cell, 0..255.</param>
    /// <returns><see cref="CommandResult.Done"/>; <see cref="CommandResult.UnknownNumber"/> if none is fitted under this
    /// number, <see cref="CommandResult.WrongMode"/> if readings do not come from load cells,
    /// <see cref="CommandResult.OutOfRange"/> if what it shows can't be a tare, <see cref="CommandResult.Failed"/> if it shows
    /// nothing or the flash did not take it.</returns>
    public CommandResult Tare(int loadCell);

    /// <summary>Takes what a load cell shows now as a known pressure, and keeps that in the flash.</summary>
    /// <param name="loadCell">Number of the load cell, 0..255.</param>
    /// <param name="pressure_Pa">Pressure on its clamp, any number.</param>
    /// <returns>As for <see cref="Tare"/>; <see cref="CommandResult.OutOfRange"/> if the pressure, or what follows from it,
    /// can't be right.</returns>
    public CommandResult Span(int loadCell, int pressure_Pa);

    /// <summary>Starts the firmware anew; need not return. The reply is out already.</summary>
    public void Reboot();
}
