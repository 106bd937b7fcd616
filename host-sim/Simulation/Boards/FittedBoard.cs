using System.Collections.Generic;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Chips;
using Bms.VirtualBoard.Chips.FrontEnd;
using Bms.VirtualBoard.Circuits;
using Bms.VirtualBoard.Pins;

namespace Bms.Simulation.Boards;

/// <summary>A board with every chip it has room for.</summary>
internal sealed class FittedBoard
{
    private const ulong FirstStream = 2_000_000;

    /// <summary>Solders the chips to a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="world">What the chips measure.</param>
    /// <param name="cells">Cells in series, 3..16.</param>
    /// <param name="sensors">Thermistors at the front end, 1..8.</param>
    /// <param name="clamps">Clamps, 1 or 2.</param>
    /// <param name="seed">Seed of the parts' errors.</param>
    public FittedBoard(Machine machine, IAnalogWorld world, int cells, int sensors, int clamps, ulong seed)
    {
        NoiseSource Errors(int stream) => new(seed, FirstStream + (ulong)stream);
        FrontEnd = new Bq76952(world, Errors(0), cells, sensors) { TopAtLastInput = true };
        Current = new Ina228(world, Errors(1));
        Converter = new Ads1115([new GasCell(world, Errors(3)), new ThermistorDivider(world, Errors(4)), null, new SupplyDivider(world, Errors(5))], Errors(2));
        Memory = new Mb85rc256v();
        machine.FirstBus.Add(FrontEnd);
        machine.FirstBus.Add(Current);
        machine.FirstBus.Add(Converter);
        machine.FirstBus.Add(Memory);
        for (int clamp = 0; clamp < clamps; clamp++)
        {
            LoadCell first = new(world, 2 * clamp, Errors(10 + (3 * clamp)));
            LoadCell second = new(world, (2 * clamp) + 1, Errors(11 + (3 * clamp)));
            Nau7802 chip = new($"nau7802-{clamp}", first, second, Errors(12 + (3 * clamp)));
            (clamp == 0 ? machine.FirstBus : machine.SecondBus).Add(chip);
            _clamps.Add(chip);
        }

        BoardWiring wiring = machine.Wiring;
        Negative = new Contactor("negative", machine.Pins[wiring.ContactorNegative], machine.Pins[wiring.FeedbackNegative]);
        Precharge = new Contactor("precharge", machine.Pins[wiring.ContactorPrecharge], machine.Pins[wiring.FeedbackPrecharge]);
        Positive = new Contactor("positive", machine.Pins[wiring.ContactorPositive], machine.Pins[wiring.FeedbackPositive]);
        Watchdog = new Watchdog(machine.Pins[wiring.WatchdogPulse], [Negative, Precharge, Positive]);
        machine.Add(Negative);
        machine.Add(Precharge);
        machine.Add(Positive);
        machine.Add(Watchdog);
        Line alert = machine.Pins[wiring.Alert];
        alert.ExternalPull = Pull.Up;
        alert.Source = () => FrontEnd.IsAlertHigh(machine.Time_us);
        Heater = machine.Pins[wiring.Heater];
    }

    private readonly List<Nau7802> _clamps = [];

    /// <summary>The front end.</summary>
    public Bq76952 FrontEnd { get; }

    /// <summary>The current monitor.</summary>
    public Ina228 Current { get; }

    /// <summary>The converter of slow voltages.</summary>
    public Ads1115 Converter { get; }

    /// <summary>The ferroelectric memory.</summary>
    public Mb85rc256v Memory { get; }

    /// <summary>The converters of the load cells, one a clamp.</summary>
    public IReadOnlyList<Nau7802> Clamps => _clamps;

    /// <summary>The negative contactor.</summary>
    public Contactor Negative { get; }

    /// <summary>The precharge relay.</summary>
    public Contactor Precharge { get; }

    /// <summary>The positive contactor.</summary>
    public Contactor Positive { get; }

    /// <summary>The external watchdog.</summary>
    public Watchdog Watchdog { get; }

    /// <summary>The pin of the heater.</summary>
    public Line Heater { get; }

    /// <summary>Whether current can flow.</summary>
    public bool IsConnected => Negative.IsClosed && Positive.IsClosed;
}
