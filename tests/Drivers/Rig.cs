using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Device.I2c;
using Bms.Core.Sensing;
using Bms.Device;
using Bms.Device.Drivers;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Chips;
using nanoFramework.Hardware.Esp32;
using Xunit;
using Ads1115 = Bms.VirtualBoard.Chips.Ads1115;
using Bq76952 = Bms.VirtualBoard.Chips.FrontEnd.Bq76952;
using I2cBus = Bms.Device.Buses.I2cBus;
using Ina228 = Bms.VirtualBoard.Chips.Ina228;
using Nau7802 = Bms.VirtualBoard.Chips.Nau7802;
using Thermistor = Bms.Device.Drivers.Thermistor;

namespace Bms.Drivers.Tests;

/// <summary>A board with every chip, and the real drivers on it, tick by tick.</summary>
internal sealed class Rig
{
    public const int Tick_ms = 20;

    private const int Phases = 5;
    private const int Reference_uV = 3_300_000;
    private const int RatedPressure_Pa = 12_000_000;

    private readonly List<ISensor> _sensors = [];
    private int _phase;

    private Rig(RigSetup setup)
    {
        Setup = setup;
        World.Cells = setup.Cells;
        Board = new BatteryBoard(
            BoardWiring.Esp32DevKitC,
            new BoardFit
            {
                Cells = setup.Cells,
                Sensors = setup.Sensors,
                Clamps = 2,
                Shunt_ohm = setup.Shunt_ohm,
                HasHumiditySensor = true,
                FrontEndCommType = setup.CommType,
                Seed = setup.Seed,
                HasErrors = setup.HasErrors,
            },
            World);
        FrontEndChip.SwapsAtExit = setup.SwapsAtExit;
    }

    public RigSetup Setup { get; }

    public SteadyWorld World { get; } = new();

    public BatteryBoard Board { get; }

    public Machine Machine => Board.Machine;

    public Bq76952 FrontEndChip => Board.FrontEnd;

    public Ina228 CurrentChip => Board.CurrentMonitor;

    public Nau7802 ClampChip => Board.LoadCellConverters[0];

    public Nau7802 SecondClampChip => Board.LoadCellConverters[1];

    public Ads1115 ConverterChip => Board.AuxiliaryConverter;

    public Mb85rc256v MemoryChip => Board.Fram!;

    public Clock Clock { get; } = new();

    public SensorFrame Frame { get; } = new();

    public I2cBus FirstBus { get; private set; } = null!;

    public I2cBus SecondBus { get; private set; } = null!;

    public GpioController Pins { get; private set; } = null!;

    public Device.Drivers.Bq76952 FrontEnd { get; private set; } = null!;

    public Bq76952Configuration Told { get; private set; } = null!;

    public Device.Drivers.Ina228 CurrentMonitor { get; private set; } = null!;

    public Device.Drivers.Nau7802 Clamp { get; private set; } = null!;

    public Device.Drivers.Nau7802 SecondClamp { get; private set; } = null!;

    public Device.Drivers.Ads1115 Converter { get; private set; } = null!;

    public Fram Memory { get; private set; } = null!;

    /// <summary>Called at the end of each tick.</summary>
    public Action? AfterTick { get; set; }

    /// <summary>Runs a test on a board whose drivers are made but not started.</summary>
    public static void Cold(Action<Rig> test, RigSetup? setup = null)
    {
        Rig rig = new(setup ?? new RigSetup());
        rig.Machine.Run(() =>
        {
            rig.Solder();
            test(rig);
        });
    }

    /// <summary>Runs a test on a board that has been started and has settled.</summary>
    public static void Run(Action<Rig> test, RigSetup? setup = null) => Cold(
        rig =>
        {
            rig.Start();
            rig.Advance(ms: 2000);
            test(rig);
        },
        setup);

    public void Start()
    {
        Assert.All(_sensors, sensor => Assert.True(sensor.Start(), sensor.GetType().Name));
    }

    public Rig Advance(int ms = 0, double s = 0)
    {
        for (int ticks = (ms / Tick_ms) + (int)(s * 50); ticks > 0; ticks--)
        {
            Assert.True(Clock.WaitForTick());
            Frame.Time_ms = Clock.Time_ms;
            foreach (ISensor sensor in _sensors)
            {
                sensor.Renew(Frame, _phase);
            }

            _phase = (_phase + 1) % Phases;
            AfterTick?.Invoke();
        }

        return this;
    }

    /// <summary>Time until something is so, ms; fails if it is not so in time.</summary>
    public int TimeUntil(Func<bool> isSo, int limit_ms)
    {
        int time_ms = 0;
        while (!isSo())
        {
            Assert.True(time_ms < limit_ms, $"not within {limit_ms} ms");
            Advance(ms: Tick_ms);
            time_ms += Tick_ms;
        }

        return time_ms;
    }

    public bool IsValid(int channel) => Frame.IsValid[channel];

    /// <summary>Cells being bled: bit n is cell n.</summary>
    public int Bled()
    {
        int bled = 0;
        for (int cell = 0; cell < Setup.Cells; cell++)
        {
            bled |= FrontEndChip.Bleeds(cell) ? 1 << cell : 0;
        }

        return bled;
    }

    public long Age_ms(int channel) => Frame.Time_ms - Frame.Timestamp_ms[channel];

    public int Value(int channel)
    {
        Assert.True(Frame.IsValid[channel], $"channel {channel} is invalid");
        return Frame.Value[channel];
    }

    /// <summary>Reads registers as somebody else on the bus would.</summary>
    public static byte[] Registers(int address, int register, int count)
    {
        byte[] bytes = new byte[count];
        using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, address, I2cBusSpeed.FastMode));
        Assert.Equal(I2cTransferStatus.FullTransfer, device.WriteRead(new SpanByte([(byte)register]), new SpanByte(bytes)).Status);
        return bytes;
    }

    private void Solder()
    {
        BoardWiring board = Machine.Wiring;
        Configuration.SetPinFunction(board.FirstBusData, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(board.FirstBusClock, DeviceFunction.I2C1_CLOCK);
        Configuration.SetPinFunction(board.SecondBusData, DeviceFunction.I2C2_DATA);
        Configuration.SetPinFunction(board.SecondBusClock, DeviceFunction.I2C2_CLOCK);
        Pins = new GpioController();
        FirstBus = new I2cBus(1, I2cBusSpeed.FastMode, Clock);
        SecondBus = new I2cBus(2, I2cBusSpeed.FastMode, Clock);
        Clamp = new Device.Drivers.Nau7802(FirstBus, Clock, 0);
        SecondClamp = new Device.Drivers.Nau7802(SecondBus, Clock, 1);
        foreach (Device.Drivers.Nau7802 clamp in new[] { Clamp, SecondClamp })
        {
            clamp.SetScale(0, 0, RatedPressure_Pa);
            clamp.SetScale(1, 0, RatedPressure_Pa);
        }

        Told = new Bq76952Configuration(
            Bq76952Configuration.InputsOf(Setup.Cells),
            Setup.Sensors,
            500,
            Setup.Lowest_uV,
            Setup.Highest_uV,
            Setup.ChargeTrip_mA,
            Setup.DischargeTrip_mA,
            Setup.ShortCircuit_mA);
        CurrentMonitor = new Device.Drivers.Ina228(FirstBus, Clock, (int)Math.Round(Setup.Shunt_ohm * 1e6));
        FrontEnd = new Device.Drivers.Bq76952(FirstBus, Clock, Told);
        Converter = new Device.Drivers.Ads1115(
            FirstBus,
            [
                new GasInput(36_000, 200_000),
                new AmbientInput(new Thermistor(3435, 10_000, 10_000), Reference_uV),
                new HumidityInput(Reference_uV),
                new SupplyInput(100_000),
            ]);
        Memory = new Fram(FirstBus);
        _sensors.AddRange([Clamp, SecondClamp, CurrentMonitor, FrontEnd, new AlertPin(Pins, board.Alert, FrontEnd), Converter]);
    }
}
