using System;
using System.Collections.Generic;
using System.Globalization;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Buses;
using Bms.VirtualBoard.Circuits;

namespace Bms.VirtualBoard.Faults;

/// <summary>A kind of fault: a row of the table.</summary>
/// <param name="Name">What people write.</param>
/// <param name="Target">What it can be aimed at.</param>
/// <param name="Summary">What it does, one sentence.</param>
/// <param name="Apply">Begins (true) or ends (false) it on a board.</param>
public sealed record FaultKind(string Name, FaultTarget Target, string Summary, Action<BatteryBoard, FaultEvent, bool> Apply)
{
    private const double NoisyBit = 0.002;
    private const double MissedCall = 0.05;
    private const double NoisyLink = 0.001;
    private const byte StuckBit = 0x10;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<FaultKind> Table { get; } =
    [
        new("i2c-nack", FaultTarget.Chip, "the chip does not acknowledge its address", (board, fault, isOn) => Chips(board, fault, chip => chip.IsSilent = isOn)),
        new("i2c-miss", FaultTarget.Chip, "the chip misses its address once in 20 times", (board, fault, isOn) => Chips(board, fault, chip => chip.MissRate = isOn ? MissedCall : 0)),
        new("i2c-noise", FaultTarget.Chip, "of the bits read from the chip, 0.2 % arrive inverted", (board, fault, isOn) => Chips(board, fault, chip => chip.BitErrorRate = isOn ? NoisyBit : 0)),
        new("i2c-hang", FaultTarget.Bus, "SDA is held low: every transaction on the bus takes 1 s and times out", (board, fault, isOn) => Bus(board, fault).IsHeld = isOn),
        new("i2c-stretch", FaultTarget.OneChip, "the chip holds the clock: every transaction with it takes 1 s and times out", (board, fault, isOn) => Chips(board, fault, chip => chip.HoldsClock = isOn)),
        new("stuck-bit", FaultTarget.OneChip, "bit 4 of the chip's main result (first byte of its register) always reads 1", (board, fault, isOn) => Chips(board, fault, chip => chip.StuckBits = isOn ? StuckBit : (byte)0)),
        new("bq-reset", FaultTarget.None, "the front end resets and loses its settings", (board, _, isOn) => Once(isOn, () => board.FrontEnd.Reset(byWatchdog: false))),
        new("bq-watchdog", FaultTarget.None, "the front end's own watchdog resets it: its settings are lost", (board, _, isOn) => Once(isOn, () => board.FrontEnd.Reset(byWatchdog: true))),
        new("bq-open-wire", FaultTarget.Wire, "a sense wire of the cells breaks: its two cells drift apart", (board, fault, isOn) => board.FrontEnd.OpenWire = isOn ? Number(fault) : -1),
        new("thermistor-open", FaultTarget.Sensor, "the thermistor's wire breaks: it reads very cold", (board, fault, isOn) => Thermistor(board, fault, isOn ? WireFault.Open : WireFault.None)),
        new("thermistor-short", FaultTarget.Sensor, "the thermistor's wires touch: it reads very hot", (board, fault, isOn) => Thermistor(board, fault, isOn ? WireFault.Short : WireFault.None)),
        new("short-circuit", FaultTarget.None, "the front end's short-circuit comparator trips and raises ALERT", (board, _, isOn) => board.FrontEnd.IsShorted = isOn),
        new("alert-broken", FaultTarget.None, "the ALERT wire breaks: its pull-up makes it read alert", (board, _, isOn) => board.Machine.Pins[board.Machine.Wiring.Alert].IsCut = isOn),
        new("ina-reset", FaultTarget.None, "the current monitor resets and loses its calibration", (board, _, isOn) => Once(isOn, () => board.CurrentMonitor.Reset(board.Machine.Time_us))),
        new("shunt-saturated", FaultTarget.None, "the current monitor's shunt input is beyond its range", (board, _, isOn) => board.CurrentMonitor.IsShuntSaturated = isOn),
        new("shunt-open", FaultTarget.None, "a wire to the current monitor's shunt breaks: it reads full scale", (board, _, isOn) => board.CurrentMonitor.IsShuntOpen = isOn),
        new("nau-reset", FaultTarget.Converter, "a load-cell converter resets: nothing converts", (board, fault, isOn) => Once(isOn, () => Converter(board, fault).Reset())),
        new("nau-not-ready", FaultTarget.Converter, "a load-cell converter's conversions never end", (board, fault, isOn) => Converter(board, fault).NeverReady = isOn),
        new("load-cell-open", FaultTarget.LoadCell, "a signal wire of a load cell breaks: its converter saturates", (board, fault, isOn) => board.LoadCells[Number(fault)].Fault = isOn ? LoadCellFault.Open : LoadCellFault.None),
        new("excitation-lost", FaultTarget.LoadCell, "the supply of a load cell breaks: it reads no load", (board, fault, isOn) => board.LoadCells[Number(fault)].Fault = isOn ? LoadCellFault.NoExcitation : LoadCellFault.None),
        new("ads-silent", FaultTarget.None, "the auxiliary converter does not acknowledge", (board, _, isOn) => board.AuxiliaryConverter.IsSilent = isOn),
        new("ads-stuck", FaultTarget.None, "the auxiliary converter shows its last result for ever", (board, _, isOn) => board.AuxiliaryConverter.IsStuck = isOn),
        new("gas-open", FaultTarget.None, "the gas cell's circuit is open: it shows clean air without noise", (board, _, isOn) => board.Gas.IsOpen = isOn),
        new("fram-silent", FaultTarget.None, "the FRAM does not acknowledge", (board, _, isOn) => Fram(board).IsSilent = isOn),
        new("contactor-welded", FaultTarget.Contactor, "a contactor's contacts weld: once closed it stays so", (board, fault, isOn) => Contactor(board, fault).Fault = isOn ? ContactorFault.Welded : ContactorFault.None),
        new("contactor-stuck-open", FaultTarget.Contactor, "a contactor opens and does not close", (board, fault, isOn) => Contactor(board, fault).Fault = isOn ? ContactorFault.StuckOpen : ContactorFault.None),
        new("feedback-broken", FaultTarget.Contactor, "a contactor's feedback wire breaks: it reads open", (board, fault, isOn) => Contactor(board, fault).IsFeedbackBroken = isOn),
        new("brown-out", FaultTarget.None, "the controller's supply goes away for as long as the fault lasts", (board, fault, isOn) => BrownOut(board, fault, isOn)),
        new("brown-out-in-write", FaultTarget.None, "the supply goes away in the middle of the next write to a file, for 1 s", (board, _, isOn) => board.Machine.CutNextWrite(isOn)),
        new("flash-corrupt", FaultTarget.File, "one bit in every 256 bytes of the file flips", (board, fault, isOn) => Once(isOn, () => board.Machine.Flash.Corrupt(fault.Target.Length == 0 ? null : fault.Target))),
        new("clock-jump", FaultTarget.Duration, "the controller's clock jumps ahead by the time named", (board, fault, isOn) => Once(isOn, () => board.Machine.JumpClock(FaultTime.Parse(fault.Target)))),
        new("link-noise", FaultTarget.None, "of the bits on the serial line, 0.1 % arrive inverted", (board, _, isOn) => board.Machine.Link.BitErrorRate = isOn ? NoisyLink : 0),
        new("link-cut", FaultTarget.None, "nothing arrives over the serial line, either way", (board, _, isOn) => board.Machine.Link.IsCut = isOn),
    ];

    /// <summary>The names of all kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = ListNames();

    /// <summary>The kind with a name, or null.</summary>
    public static FaultKind? Find(string name)
    {
        foreach (FaultKind kind in Table)
        {
            if (kind.Name == name)
            {
                return kind;
            }
        }

        return null;
    }

    private static string[] ListNames()
    {
        string[] names = new string[Table.Count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = Table[i].Name;
        }

        return names;
    }

    private static int Number(FaultEvent fault) => int.Parse(fault.Target, CultureInfo.InvariantCulture);

    private static void Once(bool isOn, Action act)
    {
        if (isOn)
        {
            act();
        }
    }

    private static void Chips(BatteryBoard board, FaultEvent fault, Action<I2cTarget> act)
    {
        foreach (I2cTarget chip in board.Chips)
        {
            if (fault.Target.Length == 0 || chip.Name == fault.Target)
            {
                act(chip);
            }
        }
    }

    private static I2cBus Bus(BatteryBoard board, FaultEvent fault) => fault.Target == "bus2" ? board.Machine.SecondBus : board.Machine.FirstBus;

    private static Chips.Nau7802 Converter(BatteryBoard board, FaultEvent fault) => board.LoadCellConverters[fault.Target == "nau7802-2" ? 1 : 0];

    private static Chips.Mb85rc256v Fram(BatteryBoard board) => board.Fram ?? throw new FaultSpecException("no FRAM is fitted");

    private static Contactor Contactor(BatteryBoard board, FaultEvent fault) => fault.Target switch
    {
        "negative" => board.Negative,
        "precharge" => board.Precharge,
        _ => board.Positive,
    };

    private static void Thermistor(BatteryBoard board, FaultEvent fault, WireFault state)
    {
        if (fault.Target == "ambient")
        {
            board.Ambient.Fault = state;
        }
        else
        {
            board.FrontEnd.SetThermistorFault(Number(fault), state);
        }
    }

    private static void BrownOut(BatteryBoard board, FaultEvent fault, bool isOn)
    {
        if (isOn)
        {
            board.Machine.PowerBackAt_us = fault.End_us;
            board.Machine.SwitchOff();
        }
    }
}
