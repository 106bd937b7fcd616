using System;
using System.Collections.Generic;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Buses;
using Bms.VirtualBoard.Chips;
using Bms.VirtualBoard.Chips.FrontEnd;
using Bms.VirtualBoard.Circuits;
using Bms.VirtualBoard.Pins;

namespace Bms.VirtualBoard;

/// <summary>A machine with everything a battery board carries: chips, sensors, contactors, watchdog, heater and actuator.</summary>
public sealed class BatteryBoard
{
    private readonly List<Nau7802> _converters = [];
    private readonly List<LoadCell> _loadCells = [];
    private readonly ulong _seed;
    private readonly double _scale;
    private ulong _streams;

    /// <summary>A powered board in some surroundings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Something that does not fit the board.</exception>
    public BatteryBoard(BoardWiring wiring, BoardFit fit, IAnalogWorld world)
    {
        ArgumentNullException.ThrowIfNull(wiring);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(world);
        ArgumentOutOfRangeException.ThrowIfNotEqual(fit.Cells is >= 3 and <= 16, true, nameof(fit));
        ArgumentOutOfRangeException.ThrowIfNotEqual(fit.Clamps is 1 or 2, true, nameof(fit));
        ArgumentOutOfRangeException.ThrowIfNotEqual(fit.Sensors is >= 0 and <= 8, true, nameof(fit));
        _seed = fit.Seed;
        _scale = fit.HasErrors ? 1 : 0;
        Fit = fit;
        Machine = new Machine(wiring);
        PinBank pins = Machine.Pins;

        Positive = new Contactor("positive", pins[wiring.ContactorPositive], pins[wiring.FeedbackPositive]);
        Negative = new Contactor("negative", pins[wiring.ContactorNegative], pins[wiring.FeedbackNegative]);
        Precharge = new Contactor("precharge", pins[wiring.ContactorPrecharge], pins[wiring.FeedbackPrecharge]);
        Contactors = [Positive, Negative, Precharge];
        Watchdog = new Watchdog(pins[wiring.WatchdogPulse], Contactors);
        foreach (Contactor contactor in Contactors)
        {
            Machine.Add(contactor);
        }

        Machine.Add(Watchdog);
        Heater = pins[wiring.Heater];
        Heater.ExternalPull = Pull.Down;
        Actuator = pins[wiring.Actuator];
        Actuator.ExternalPull = Pull.Down;

        FrontEnd = new Bq76952(world, Noise(), fit.Cells, fit.Sensors, fit.Sense_ohm, fit.FrontEndCommType) { TopAtLastInput = fit.TopAtLastInput };
        Machine.FirstBus.Add(FrontEnd);
        CurrentMonitor = new Ina228(world, Noise(), fit.Shunt_ohm);
        Machine.FirstBus.Add(CurrentMonitor);
        for (int clamp = 0; clamp < fit.Clamps; clamp++)
        {
            AddClamp(world, clamp);
        }

        Gas = new GasCell(world, Noise(), fit.GasSlope_V, fit.GasZero_V);
        Ambient = new ThermistorDivider(world, Noise());
        NoiseSource humidity = Noise();
        AuxiliaryConverter = new Ads1115(
            [Gas, Ambient, fit.HasHumiditySensor ? new HumiditySensor(world, humidity) : null, new SupplyDivider(world, Noise(), fit.SupplyRatio)],
            Noise());
        Machine.FirstBus.Add(AuxiliaryConverter);
        if (fit.HasFram)
        {
            Fram = new Mb85rc256v();
            Machine.FirstBus.Add(Fram);
            Machine.FirstBus.Add(new FramIdentity(Fram));
        }

        Line alert = pins[wiring.Alert];
        alert.ExternalPull = Pull.Up;
        alert.Source = () => FrontEnd.IsAlertHigh(Machine.Time_us);
    }

    /// <summary>What is fitted.</summary>
    public BoardFit Fit { get; }

    /// <summary>The microcontroller.</summary>
    public Machine Machine { get; }

    /// <summary>Cell voltages, temperatures, protections, balancing.</summary>
    public Bq76952 FrontEnd { get; }

    /// <summary>Pack current and voltage.</summary>
    public Ina228 CurrentMonitor { get; }

    /// <summary>A converter per clamp.</summary>
    public IReadOnlyList<Nau7802> LoadCellConverters => _converters;

    /// <summary>Two load cells per clamp.</summary>
    public IReadOnlyList<LoadCell> LoadCells => _loadCells;

    /// <summary>Gas, ambient temperature, humidity and supply on A0..A3.</summary>
    public Ads1115 AuxiliaryConverter { get; }

    /// <summary>The memory that needs no supply, if fitted.</summary>
    public Mb85rc256v? Fram { get; }

    /// <summary>The gas sensor.</summary>
    public GasCell Gas { get; }

    /// <summary>The thermistor of the surroundings.</summary>
    public ThermistorDivider Ambient { get; }

    /// <summary>Main contactor of the positive lead.</summary>
    public Contactor Positive { get; }

    /// <summary>Main contactor of the negative lead.</summary>
    public Contactor Negative { get; }

    /// <summary>Relay that charges the link through a resistor.</summary>
    public Contactor Precharge { get; }

    /// <summary>All three.</summary>
    public IReadOnlyList<Contactor> Contactors { get; }

    /// <summary>The external watchdog.</summary>
    public Watchdog Watchdog { get; }

    /// <summary>The heater's line: <see cref="Line.Duty"/>.</summary>
    public Line Heater { get; }

    /// <summary>The pressure actuator's line: <see cref="Line.Duty"/>.</summary>
    public Line Actuator { get; }

    /// <summary>Every chip that faults can be aimed at.</summary>
    public IEnumerable<I2cTarget> Chips
    {
        get
        {
            foreach (I2cBus bus in (I2cBus[])[Machine.FirstBus, Machine.SecondBus])
            {
                foreach (I2cTarget target in bus.Targets)
                {
                    if (target is not FramIdentity)
                    {
                        yield return target;
                    }
                }
            }
        }
    }

    private void AddClamp(IAnalogWorld world, int clamp)
    {
        var first = new LoadCell(world, 2 * clamp, Noise(), Fit.LoadCellSpan_MPa);
        var second = new LoadCell(world, (2 * clamp) + 1, Noise(), Fit.LoadCellSpan_MPa);
        _loadCells.Add(first);
        _loadCells.Add(second);
        var converter = new Nau7802($"nau7802-{clamp + 1}", first, second, Noise());
        _converters.Add(converter);
        (clamp == 0 ? Machine.FirstBus : Machine.SecondBus).Add(converter);
    }

    private NoiseSource Noise() => new(_seed, ++_streams, _scale);
}
