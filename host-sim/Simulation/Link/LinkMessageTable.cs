using System;
using System.Collections.Generic;
using System.Linq;
using static Bms.Simulation.Link.FieldType;

namespace Bms.Simulation.Link;

/// <summary>The message table of the serial link as the host knows it: what is encoded, decoded and documented.</summary>
public static class LinkMessageTable
{
    /// <summary>Version of the protocol.</summary>
    public const int Version = 1;

    private const bool AnyTime = false;
    private const bool WhileOpen = true;

    private static readonly LinkField s_tag = new("tag", U8, "", "chosen by the host; comes back in the reply");
    private static readonly LinkField s_table = new("table", U8, "", "0 the core's settings, 1 the board's");
    private static readonly LinkField s_setting = new("setting", U8, "", "number of the setting in its table");
    private static readonly LinkField s_loadCell = new("load cell", U8, "", "number of the load cell: clamp c has 2c and 2c + 1");
    private static readonly LinkField s_deviceTime = new("time", U32, "ms", "device's time since power-up, lowest 32 bits");
    private static readonly LinkField s_runs = new("runs", Runs, "", "readings, see below");

    /// <summary>All rows in the order of their numbers.</summary>
    public static IReadOnlyList<LinkMessageRow> All { get; } =
    [
        new(1, "hello", AnyTime, "Begins a session; the device answers with `identity`. Before it, everything else is refused. Delays are learnt anew.",
        [
            new("version", U8, "", "version of the protocol the host speaks: 1"),
        ]),
        new(2, "update", AnyTime, "Readings for the frame, taken as a whole or not at all; not answered when taken. In mode `board` only the requests of the load (channels 220 to 222) are taken.",
        [
            new("time", U32, "ms", "host's own time, lowest 32 bits, at which the ages below were right"),
            s_runs,
        ]),
        new(3, "ask", AnyTime, "Asks for a message; it comes in place of a reply.",
        [
            s_tag,
            new("message", U8, "", "129 `identity`, 130 `decision`, 131 `status` or 134 `estimates`"),
        ]),
        new(4, "read channels", AnyTime, "Asks for the newest readings of some channels; `readings` comes in place of a reply.",
        [
            s_tag,
            new("channel", U8, "", "first channel"),
            new("count", U8, "", "how many, 1 to 12"),
        ]),
        new(5, "read setting", AnyTime, "Asks for the value of a setting; it comes in the reply.",
        [
            s_tag,
            s_table,
            s_setting,
        ]),
        new(6, "write setting", WhileOpen, "Changes a setting and keeps it in the flash; the reply has the value it has then. It is in effect from the next start on.",
        [
            s_tag,
            s_table,
            s_setting,
            new("value", I32, "", "new value, in the unit of the setting's row"),
        ]),
        new(7, "tare", WhileOpen, "What a load cell shows now is no pressure; kept in the flash.",
        [
            s_tag,
            s_loadCell,
        ]),
        new(8, "span", WhileOpen, "What a load cell shows now is a known pressure; kept in the flash. Tare first.",
        [
            s_tag,
            s_loadCell,
            new("pressure", I32, "Pa", "pressure on its clamp"),
        ]),
        new(9, "set mode", WhileOpen, "Chooses what the firmware runs as, from its next start on.",
        [
            s_tag,
            new("mode", U8, "", "0 finds out, 1 `demo`, 2 `board`, 3 `hil`"),
        ]),
        new(10, "reboot", WhileOpen, "Starts the firmware anew, after the reply.",
        [
            s_tag,
        ]),
        new(129, "identity", AnyTime, "What the device is: sent at its start, after `hello` and when asked for.",
        [
            new("version", U8, "", "version of the protocol the device speaks"),
            new("session", U8, "", "1 if it has taken a hello since its start"),
            new("mode", U8, "", "what it runs as: 1 `demo`, 2 `board`, 3 `hil`"),
            new("cells", U8, "", "cells in series"),
            new("clamps", U8, "", "clamps"),
            new("sensors", U8, "", "temperature sensors on cells"),
            new("profile", U32, "", "checksum of the cell profile in use"),
            new("product", Text, "", "name of the product"),
            new("firmware", Text, "", "version of the firmware"),
            new("board", Text, "", "name of the board"),
        ]),
        new(130, "decision", AnyTime, "What the newest step decided: every 100 ms, and in the same tick when a limit falls or an output changes.",
        [
            s_deviceTime,
            new("host time", U32, "ms", "time of the newest update the step has seen"),
            new("charge limit", I32, "µA", "highest charge current, 0 or above"),
            new("discharge limit", I32, "µA", "highest discharge current, 0 or above"),
            new("charge reason", U8, "", "what binds the charge limit, see below"),
            new("charge place", U8, "", "cell or clamp that binds it"),
            new("discharge reason", U8, "", "what binds the discharge limit"),
            new("discharge place", U8, "", "cell or clamp that binds it"),
            new("outputs", U8, "", "bit 0 negative contactor, 1 precharge relay, 2 positive contactor, 3 heater, 4 warning: contactors will open"),
            new("state", U8, "", "0 open, 1 precharging, 2 closed, 3 opening"),
        ]),
        new(131, "status", AnyTime, "How the device fares: every second.",
        [
            s_deviceTime,
            new("busy", U32, "µs", "how long the last tick was busy"),
            new("longest", U32, "µs", "longest that a tick was busy since the status before"),
            new("missed", U32, "", "ticks since start that were not over when the next was due"),
            new("bus failures", U32, "", "transactions on the I2C buses that failed since start"),
            new("line failures", U32, "", "failures of the serial port since start"),
            new("received", U32, "", "whole messages since start"),
            new("damaged", U32, "", "damaged messages since start"),
            new("refused", U32, "", "whole messages refused since start"),
            new("diagnoses", U32, "", "active diagnoses: bit k for row k of the diagnosis table, from 0"),
            new("lowest charge", I32, "ppm", "state of charge of the emptiest cell"),
            new("highest charge", I32, "ppm", "state of charge of the fullest cell"),
            new("digest", U64, "", "digest of everything taken in and decided so far"),
        ]),
        new(132, "reply", AnyTime, "What became of a command, or why a message was refused.",
        [
            new("tag", U8, "", "tag of the command; 0 for an `update`"),
            new("message", U8, "", "number of the command"),
            new("result", U8, "", "see below"),
            new("value", I32, "", "value of the setting after `read setting`, `write setting` and `set mode`, otherwise 0"),
        ]),
        new(133, "readings", AnyTime, "Newest readings of the channels asked for.",
        [
            s_deviceTime,
            s_runs,
        ]),
        new(134, "estimates", AnyTime, "What the device believes of a cell and how surely: a cell every second, in turn. Each value is followed by its standard deviation.",
        [
            s_deviceTime,
            new("cell", U8, "", "number of the cell"),
            new("charge", I32, "ppm", "state of charge"),
            new("charge deviation", I32, "ppm", "of full charge; 400000 says that nothing is known"),
            new("ohmic scale", I32, "ppm", "ohmic resistance over that of the profile"),
            new("ohmic deviation", I32, "ppm", "of the scale"),
            new("reaction scale", I32, "ppm", "charge transfer resistance over that of the profile"),
            new("reaction deviation", I32, "ppm", "of the scale"),
            new("contact", I32, "ppm", "share of the lithium interface that touches"),
            new("contact deviation", I32, "ppm", "of the share"),
            new("capacity", I32, "ppm", "capacity over that of a new cell of the profile"),
            new("capacity deviation", I32, "ppm", "of the capacity"),
        ]),
    ];

    /// <summary>The row of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static LinkMessageRow Named(string name) =>
        All.FirstOrDefault(row => row.Name == name) ?? throw new ArgumentException($"no message '{name}'; known: {string.Join(", ", All.Select(row => row.Name))}", nameof(name));

    /// <summary>The row of a number, or none.</summary>
    public static LinkMessageRow? Numbered(int number) => All.FirstOrDefault(row => row.Number == number);
}
