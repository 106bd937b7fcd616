using Bms.Core.Sensing;
using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// The BQ76952 front end: every 100 ms safety status, its own state, all cell voltages, the stack and the current in one transfer, every
/// 300 ms alarms and temperatures in another. Every byte that counts is checked.
/// </summary>
/// <remarks>
/// It forgets everything it was told in a reset, the bus mode with checks included: then its answers fail; that, and the reset bits
/// of its status, begin <see cref="Bq76952Setup"/> anew. The link is measured at the PACK pin.
/// </remarks>
public sealed class Bq76952 : ConfiguredChip
{
    // one scan of all inputs takes up to 63 ms; stack, pins and temperatures are spread over three
    private const int Scan_ms = 63;
    private const int LongScan_ms = 189;

    private const int BalancingRepeat_ms = 5000;
    private const int MaximumBadAnswers = 5;

    private const int ScanPhase = 0;
    private const int TemperaturePhase = 2;
    private const int BalancingPhase = 4;
    private const int TemperatureRounds = 3;

    // where the answers to the two reads have what
    private const int SafetyB = (Bq76952Register.SafetyStatusB - Bq76952Register.SafetyStatusA) << 1;
    private const int Status = (Bq76952Register.BatteryStatus - Bq76952Register.SafetyStatusA) << 1;
    private const int FirstCell = (Bq76952Register.FirstCell - Bq76952Register.SafetyStatusA) << 1;
    private const int Stack = (Bq76952Register.Stack - Bq76952Register.SafetyStatusA) << 1;
    private const int PackPin = (Bq76952Register.PackPin - Bq76952Register.SafetyStatusA) << 1;
    private const int Current = (Bq76952Register.Current - Bq76952Register.SafetyStatusA) << 1;

    // below -40 °C a thermistor is open, above 150 °C shorted, 0.1 K
    private const int ColdestTemperature = 2332;
    private const int HottestTemperature = 4231;

    // after CFETOFF, DFETOFF and ALERT in the row of registers: TS1, TS2, TS3, HDQ, DCHG, DDSG, CFETOFF, DFETOFF
    private static readonly int[] s_temperatureRegisters =
    {
        Bq76952Register.FirstTemperature,
        Bq76952Register.FirstTemperature + 2,
        Bq76952Register.FirstTemperature + 4,
        Bq76952Register.FirstTemperature + 6,
        Bq76952Register.FirstTemperature + 8,
        Bq76952Register.FirstTemperature + 10,
        Bq76952Register.ChargeFetOffTemperature,
        Bq76952Register.DischargeFetOffTemperature,
    };

    private readonly Bq76952Configuration _configuration;
    private readonly Bq76952Link _link;
    private readonly Bq76952Setup _setup;
    private readonly CheckedRead _scan;
    private readonly CheckedRead _temperatures;
    private readonly CheckedRead _status;
    private readonly int[] _cellPositions;
    private readonly int[] _temperaturePositions;
    private int _round;
    private bool _isMissed;
    private int _badAnswers;
    private bool _isSafe;
    private int _balanced;
    private bool _balancingIsToldAnew;
    private long _balancingDue_ms;

    /// <summary>Makes the driver.</summary>
    /// <param name="bus">Bus of the chip.</param>
    /// <param name="clock">For start-up.</param>
    /// <param name="configuration">What the chip is told.</param>
    public Bq76952(I2cBus bus, Clock clock, Bq76952Configuration configuration)
        : base(clock)
    {
        Crc8 crc = new Crc8();
        _configuration = configuration;
        _link = new Bq76952Link(bus, crc);
        _setup = new Bq76952Setup(_link, configuration);
        _scan = _link.Reading(
            Bq76952Register.SafetyStatusA, Bq76952Register.Current + 2, Bq76952Register.SafetyStatusB, Bq76952Register.BatteryStatus);
        _status = _link.Reading(Bq76952Register.BatteryStatus, 2);

        _cellPositions = new int[configuration.Cells];
        int cell = 0;
        for (int input = 0; input < Bq76952Configuration.MaximumCells; input++)
        {
            if (((configuration.Inputs >> input) & 1) != 0)
            {
                _cellPositions[cell] = FirstCell + (input << 2);
                cell++;
            }
        }

        // only as many registers as it takes
        int sensors = configuration.Sensors;
        int first = sensors > 6 ? Bq76952Register.ChargeFetOffTemperature : Bq76952Register.FirstTemperature;
        int end = Bq76952Register.FirstTemperature;
        _temperaturePositions = new int[sensors];
        for (int sensor = 0; sensor < sensors; sensor++)
        {
            int register = s_temperatureRegisters[sensor];
            _temperaturePositions[sensor] = (register - Bq76952Register.AlarmStatus) << 1;
            end = register + 2 > end ? register + 2 : end;
        }

        _temperatures = _link.Reading(Bq76952Register.AlarmStatus, end, Bq76952Register.AlarmStatus + 1, first);
    }

    /// <summary>What the chip called itself, 0x7695 by hearsay; -1 as long as it has not been asked. Any number is accepted: that the
    /// chip speaks the protocol, checksums and read-back included, says more.</summary>
    public int DeviceNumber
    {
        get { return _setup.DeviceNumber; }
    }

    /// <summary>Cells being balanced: bit n is cell n.</summary>
    public int Balanced
    {
        get { return _balanced; }
    }

    /// <summary>Answers with a wrong check, for telemetry.</summary>
    public int BadChecks
    {
        get { return _link.BadChecks; }
    }

    /// <summary>The chip on its bus, for the counts of telemetry.</summary>
    public I2cChip Chip
    {
        get { return _link.Chip; }
    }

    /// <summary>Balances cells from the next round on until told otherwise. The chip stops by itself if it hears nothing for
    /// 15 s.</summary>
    /// <param name="mask">Bit n is cell n; 0 for none. Of neighbours, which would share a resistor's current, the upper is left
    /// out.</param>
    public void Balance(int mask)
    {
        int within = mask & ((1 << _configuration.Cells) - 1);
        _balanced = within & ~(within << 1);
        _balancingIsToldAnew = true;
    }

    /// <summary>Asks the chip whether it was reset, and begins its configuration anew if it says so.</summary>
    /// <returns>Whether it answered.</returns>
    public bool AskForReset(SensorFrame frame)
    {
        bool wasReset;
        bool hasAnswered = true;
        if (_link.ReadWhole(_status))
        {
            wasReset = (StatusWord() & Bq76952Register.WasReset) != 0;
        }
        else
        {
            // a chip that was reset answers without checks; all ones is nobody
            byte[] answer = _status.Answer;
            hasAnswered = _link.Read(_status) && answer[0] != 0xFF;
            wasReset = hasAnswered && (answer[0] & Bq76952Register.WasPoweredUp) != 0;
        }

        if (wasReset)
        {
            Lose(frame);
        }

        return hasAnswered;
    }

    /// <inheritdoc/>
    public override void Renew(SensorFrame frame, int phase)
    {
        if (!IsConfigured)
        {
            ConfigureNext(frame.Time_ms);
            return;
        }

        if (phase == ScanPhase || _isMissed)
        {
            _isMissed = !RenewScan(frame) && phase == ScanPhase;    // once more with the next tick
        }
        else if (phase == TemperaturePhase)
        {
            _round = _round == TemperatureRounds - 1 ? 0 : _round + 1;
            if (_round == 0)
            {
                RenewTemperatures(frame);
            }
        }
        else if (phase == BalancingPhase)
        {
            RepeatBalancing(frame.Time_ms);
        }

        if (_badAnswers > MaximumBadAnswers)
        {
            Lose(frame);
        }
    }

    /// <inheritdoc/>
    protected override void Invalidate(SensorFrame frame)
    {
        _badAnswers = 0;
        _isSafe = false;
        for (int cell = 0; cell < _cellPositions.Length; cell++)
        {
            frame.Invalidate(Channel.CellVoltage + cell);
        }

        for (int sensor = 0; sensor < _temperaturePositions.Length; sensor++)
        {
            frame.Invalidate(Channel.Temperature + sensor);
        }

        frame.Invalidate(Channel.PackVoltageA);
        frame.Invalidate(Channel.LinkVoltage);
        frame.Invalidate(Channel.PackCurrentB);
        frame.Invalidate(Channel.FrontEndStatus);
    }

    /// <inheritdoc/>
    protected override int Configure(int piece, long now_ms)
    {
        int next = _setup.Bring(piece, now_ms);
        if (next == Done)
        {
            _balancingIsToldAnew = _balanced != 0;
        }

        return next;
    }

    private bool RenewScan(SensorFrame frame)
    {
        if (!ReadWhole(_scan))
        {
            return false;
        }

        byte[] answer = _scan.Answer;
        if (((answer[Status] | (answer[Status + 2] << 8)) & Bq76952Register.IsNotConfigured) != 0)
        {
            Lose(frame);
            return true;
        }

        RenewCells(frame, answer);
        int safety = answer[0] | (answer[SafetyB] << 8);
        _isSafe = safety == 0;
        long time_ms = frame.Time_ms;
        frame.Set(Channel.FrontEndStatus, safety, time_ms);
        frame.Set(Channel.PackVoltageA, Word(answer, Stack) * 10, time_ms - LongScan_ms);
        frame.Set(Channel.LinkVoltage, Word(answer, PackPin) * 10, time_ms - LongScan_ms);
        TakeCurrent(frame, Word(answer, Current));
        return true;
    }

    private void RenewCells(SensorFrame frame, byte[] answer)
    {
        int[] positions = _cellPositions;
        int[] value = frame.Value;
        long[] stamp = frame.Timestamp_ms;
        bool[] valid = frame.IsValid;
        long time_ms = frame.Time_ms - Scan_ms;
        int count = positions.Length;
        for (int cell = 0; cell < count; cell++)
        {
            int at = positions[cell];
            value[cell] = (short)(answer[at] | (answer[at + 2] << 8)) * 1000;
            stamp[cell] = time_ms;
            valid[cell] = true;
        }
    }

    private void TakeCurrent(SensorFrame frame, int counts)
    {
        if (counts == short.MaxValue || counts == short.MinValue)
        {
            frame.Invalidate(Channel.PackCurrentB);
            return;
        }

        long current_uA = (long)counts * _configuration.CurrentUnit_uA;
        if (current_uA != (int)current_uA)
        {
            current_uA = counts < 0 ? -int.MaxValue : int.MaxValue;
        }

        frame.Set(Channel.PackCurrentB, (int)current_uA, frame.Time_ms);
    }

    private void RenewTemperatures(SensorFrame frame)
    {
        if (!ReadWhole(_temperatures))
        {
            return;
        }

        int[] positions = _temperaturePositions;
        byte[] answer = _temperatures.Answer;
        int alarm = answer[0] | (answer[2] << 8);
        if (alarm != 0 && _isSafe)
        {
            // lets the ALERT line go when what raised it is over
            _link.Send(Bq76952Register.AlarmStatus, alarm, 2);
        }

        long time_ms = frame.Time_ms - LongScan_ms;
        for (int sensor = 0; sensor < positions.Length; sensor++)
        {
            int at = positions[sensor];
            int temperature = answer[at] | (answer[at + 2] << 8);
            int channel = Channel.Temperature + sensor;
            if (temperature < ColdestTemperature || temperature > HottestTemperature)
            {
                frame.IsValid[channel] = false;
            }
            else
            {
                frame.Value[channel] = temperature * 100;
                frame.Timestamp_ms[channel] = time_ms;
                frame.IsValid[channel] = true;
            }
        }
    }

    private int StatusWord()
    {
        return _status.Answer[0] | (_status.Answer[2] << 8);
    }

    private void RepeatBalancing(long now_ms)
    {
        if (!_balancingIsToldAnew && (_balanced == 0 || now_ms < _balancingDue_ms))
        {
            return;
        }

        int inputs = 0;
        for (int cell = 0; cell < _cellPositions.Length; cell++)
        {
            inputs |= ((_balanced >> cell) & 1) << ((_cellPositions[cell] - FirstCell) >> 2);
        }

        if (_link.WriteMemory(Bq76952Register.CellsBalanced, inputs, 2))
        {
            _balancingIsToldAnew = false;
            _balancingDue_ms = now_ms + BalancingRepeat_ms;
        }
    }

    private bool ReadWhole(CheckedRead read)
    {
        int before = _link.BadChecks;
        if (_link.ReadWhole(read))
        {
            _badAnswers = 0;
            return true;
        }

        _badAnswers += _link.BadChecks != before ? 1 : 0;
        return false;
    }

    private static int Word(byte[] answer, int at)
    {
        return (short)(answer[at] | (answer[at + 2] << 8));
    }
}
