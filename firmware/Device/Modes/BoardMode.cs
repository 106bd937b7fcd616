using System;
using System.Device.Gpio;
using System.Device.I2c;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Boards;
using Bms.Device.Buses;
using Bms.Device.Drivers;
using Bms.Device.Link;
using Bms.Device.Storage;
using nanoFramework.Hardware.Esp32;

namespace Bms.Device.Modes;

/// <summary>A pack at the board's own chips and pins.</summary>
public sealed class BoardMode : Mode
{
    private const int ModeNumber = 2;

    // the front end trips beyond what the firmware allows, and a short circuit is beyond what any load draws
    private const int OvercurrentFactor_Q8 = 384;
    private const int ShortCircuitFactor = 4;

    private readonly Clock _clock;
    private readonly Bq76952 _frontEnd;
    private readonly Ina228 _current;
    private readonly Nau7802[] _clamps;
    private readonly Ads1115 _converter;
    private readonly Heater _heater;
    private readonly PressureActuator _actuator;
    private readonly IMedium _medium;
    private readonly IMedium _firstMedium;
    private readonly RecordSlots _record;
    private readonly string[] _names;
    private readonly int _requestAge_ms = ChannelTable.Row(ChannelTable.Rows(), Channel.ConnectRequest).MaximumAge_ms;
    private readonly HostLink _link;
    private BatteryManager _manager;
    private StateKeeper _keeper;

    /// <summary>Opens pins, buses and chips; of these only the memory is asked whether it is there.</summary>
    /// <param name="pins">The board.</param>
    /// <param name="gpio">Its pins.</param>
    /// <param name="line">Its serial line; not opened yet.</param>
    /// <param name="store">Its flash.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="outputs">The contactors.</param>
    /// <param name="settings">All settings.</param>
    /// <param name="profile">The cells' profile.</param>
    public BoardMode(
        BoardPins pins, GpioController gpio, IByteLine line, FileStore store, Clock clock, ContactorOutputs outputs, SettingsStore settings, CellProfile profile)
    {
        Name = "board";
        ReportPeriod = 500;
        Profile = profile;
        Settings = settings.InEffect();
        BoardSettings board = settings.Board;
        _clock = clock;
        int cells = board.Value(BoardSetting.Cells);
        Pack = PackProfile.Uniform(cells, board.Value(BoardSetting.CellsPerClamp), board.Value(BoardSetting.CellsPerSensor));

        Configuration.SetPinFunction(pins.I2c1Data, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(pins.I2c1Clock, DeviceFunction.I2C1_CLOCK);
        I2cBus first = new I2cBus(1, I2cBusSpeed.FastMode, clock);
        _frontEnd = new Bq76952(first, clock, FrontEnd(board, profile, cells, Pack.SensorCount));
        _current = new Ina228(first, clock, board.Value(BoardSetting.CurrentShunt));
        _converter = new Ads1115(first, Inputs(board));
        _clamps = Clamps(pins, first, board);
        Configuration.SetPinFunction(pins.Heater, DeviceFunction.PWM1);
        Configuration.SetPinFunction(pins.Actuator, DeviceFunction.PWM3);
        _heater = new Heater(pins.Heater, board.Value(BoardSetting.HeaterDuty) * 10);
        _actuator = new PressureActuator(pins.Actuator);

        Fram fram = new Fram(first);
        DeviceCommands commands = new DeviceCommands(settings.Core, settings.CoreRecord, board, settings.BoardRecord, _clamps);
        DeviceIdentity identity = new DeviceIdentity(Application.Product, Application.Version, pins.Name, profile.Checksum, ModeNumber, Pack);
        _link = new HostLink(line, commands, new DeviceHealth(clock, Chips(fram)), identity, false);
        AlertPin alert = new AlertPin(gpio, pins.Alert, _frontEnd);
        ContactorFeedback feedback = new ContactorFeedback(gpio, pins.PositiveFeedback, pins.NegativeFeedback, pins.PrechargeFeedback);
        if (_clamps.Length == 1)
        {
            Sensors = new ISensor[] { _current, _clamps[0], _frontEnd, alert, _converter, feedback, _link };
            _names = new string[] { "INA228", "NAU7802", "BQ76952", "ALERT", "ADS1115", "feedback" };
        }
        else
        {
            Sensors = new ISensor[] { _current, _clamps[0], _clamps[1], _frontEnd, alert, _converter, feedback, _link };
            _names = new string[] { "INA228", "NAU7802", "second NAU7802", "BQ76952", "ALERT", "ADS1115", "feedback" };
        }

        // a load asks ten times a second: its line is looked at twice in a round
        ISensor[] own = Without(Sensors, _link);
        ISensor[] fast = Without(Without(own, _converter), feedback);
        Schedule = new ISensor[][] { fast, Without(Sensors, feedback), fast, Without(Without(Sensors, _converter), feedback), own };
        Actuators = new IActuator[] { outputs, _link };

        if (fram.IsFitted())
        {
            _medium = new FramMedium(fram, RecordKind.StateAddress, RecordKind.SlotLength);
            _firstMedium = new FramMedium(fram, 0, RecordKind.FirstSlotLength);
        }
        else
        {
            _medium = new FileMedium(store, RecordKind.StateName);
            _firstMedium = _medium;
        }

        _record = new RecordSlots(_medium, RecordKind.State, StateRecord.Capacity(cells));
    }

    /// <summary>Finds and configures every chip, and says which do not answer.</summary>
    /// <returns>Whether any of the chips that measure the pack is there.</returns>
    public bool FindChips()
    {
        bool anyAnswers = false;
        for (int k = 0; k < _names.Length; k++)
        {
            bool answers = Sensors[k].Start();
            anyAnswers |= answers && (Sensors[k] == _frontEnd || Sensors[k] == _current);
            if (!answers)
            {
                Console.WriteLine(_names[k] + " does not answer");
            }
        }

        return anyAnswers;
    }

    /// <inheritdoc/>
    public override RestoredState Restore(SensorFrame frame)
    {
        if (!_link.Start())
        {
            Console.WriteLine("no link");
        }

        int cells = Pack.CellCount;
        RestoredState state = StateRecord.Load(_record, cells);
        if (state == null)
        {
            RecordSlots second = new RecordSlots(_medium, RecordKind.SecondState, (cells * StateRecord.SecondCellLength) + 1);
            state = StateRecord.LoadSecond(second, cells);
            _record.Follow(second);
        }

        if (state == null)
        {
            state = StateRecord.LoadFirst(new RecordSlots(_firstMedium, RecordKind.FirstState, cells * StateRecord.FirstCellLength), cells);
        }

        if (state == null)
        {
            Console.WriteLine("no remembered state: the voltages tell the charge");
            return RestedPack.Read(this, frame, _clock);
        }

        if (StateRecord.IsChargeUnknown(state))
        {
            Console.WriteLine("charge not remembered: the voltages tell it");
            return RestedPack.Renew(state, this, frame, _clock);
        }

        return state;
    }

    /// <inheritdoc/>
    public override void Begin(BatteryManager manager, RestoredState state)
    {
        _manager = manager;
        _link.Attach(manager);
        _keeper = new StateKeeper(_record, _medium, manager, state);
    }

    /// <inheritdoc/>
    /// <remarks>Contactors that are told to close before the watchdog gives them their supply look as if they did not follow.</remarks>
    public override void Admit(SensorFrame frame, bool isSteady)
    {
        bool isAsked = frame.Value[Channel.ConnectRequest] == 1 && frame.IsValid[Channel.ConnectRequest]
            && frame.Time_ms - frame.Timestamp_ms[Channel.ConnectRequest] <= _requestAge_ms;
        bool isReady = _keeper.Prepare(isAsked);
        if (_manager.Contactors == ContactorState.Open && !(isReady && isSteady))
        {
            frame.Value[Channel.ConnectRequest] = 0;
        }
    }

    /// <inheritdoc/>
    public override void EndRound(Decision decision, long time_ms)
    {
        _heater.Apply(decision);
        _keeper.Advance(time_ms);
    }

    /// <inheritdoc/>
    public override void MakeSafe()
    {
        _heater.SwitchOff();
        _actuator.Drive(0);
    }

    private static ISensor[] Without(ISensor[] sensors, ISensor absent)
    {
        ISensor[] rest = new ISensor[sensors.Length - 1];
        int count = 0;
        for (int k = 0; k < sensors.Length; k++)
        {
            if (sensors[k] != absent)
            {
                rest[count] = sensors[k];
                count++;
            }
        }

        return rest;
    }

    private static Bq76952Configuration FrontEnd(BoardSettings board, CellProfile profile, int cells, int sensors)
    {
        long charge_mA = ((long)profile.OneC_uA * profile.ChargeRateMaximum_Q24 >> 24) / 1000;
        long discharge_mA = ((long)profile.OneC_uA * profile.DischargeRateMaximum_Q24 >> 24) / 1000;
        return new Bq76952Configuration(
            Bq76952Configuration.InputsOf(cells),
            sensors,
            board.Value(BoardSetting.FrontEndShunt),
            profile.VoltageMinimumHard_uV,
            profile.VoltageMaximumHard_uV,
            (int)(charge_mA * OvercurrentFactor_Q8 >> 8),
            (int)(discharge_mA * OvercurrentFactor_Q8 >> 8),
            (int)(discharge_mA * ShortCircuitFactor));
    }

    private static AnalogInput[] Inputs(BoardSettings board)
    {
        int reference_uV = board.Value(BoardSetting.Reference) * 1000;
        Thermistor thermistor = new Thermistor(board.Value(BoardSetting.ThermistorBeta), 10000, board.Value(BoardSetting.ThermistorPullUp));
        return new AnalogInput[]
        {
            new GasInput(board.Value(BoardSetting.GasSensitivity), board.Value(BoardSetting.GasZero)),
            new AmbientInput(thermistor, reference_uV),
            board.Value(BoardSetting.HumidityFitted) == 0 ? null : new HumidityInput(reference_uV),
            new SupplyInput(board.Value(BoardSetting.SupplyDivider)),
        };
    }

    private I2cChip[] Chips(Fram fram)
    {
        I2cChip[] chips = new I2cChip[_clamps.Length + 4];
        chips[0] = _frontEnd.Chip;
        chips[1] = _current.Chip;
        chips[2] = _converter.Chip;
        chips[3] = fram.Chip;
        for (int clamp = 0; clamp < _clamps.Length; clamp++)
        {
            chips[4 + clamp] = _clamps[clamp].Chip;
        }

        return chips;
    }

    private Nau7802[] Clamps(BoardPins pins, I2cBus first, BoardSettings board)
    {
        Nau7802[] clamps = new Nau7802[Pack.ClampCount < 2 ? 1 : 2];
        clamps[0] = new Nau7802(first, _clock, 0);
        if (clamps.Length > 1)
        {
            // its address can't be changed: a second one needs the second bus
            Configuration.SetPinFunction(pins.I2c2Data, DeviceFunction.I2C2_DATA);
            Configuration.SetPinFunction(pins.I2c2Clock, DeviceFunction.I2C2_CLOCK);
            clamps[1] = new Nau7802(new I2cBus(2, I2cBusSpeed.FastMode, _clock), _clock, 1);
        }

        for (int cell = 0; cell < clamps.Length * 2; cell++)
        {
            clamps[cell >> 1].SetScale(cell & 1, board.Value(BoardSetting.LoadCellTare + cell), board.Value(BoardSetting.LoadCellSpan + cell));
        }

        return clamps;
    }
}
