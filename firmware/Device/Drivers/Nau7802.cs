using Bms.Core.Sensing;
using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// The NAU7802 of a clamp: its two load cells alternate, each every 100 ms. At 320 conversions a second what is read has settled
/// since the last switch, and is 3 ms old.
/// </summary>
/// <remarks>
/// <para>A load cell's bridge gives its rated output, 2 mV/V, as 2^32 / 1000 counts at gain 128, whatever the supply: full scale
/// is half the reference over the gain, and the reference is the bridge's supply.</para>
/// <para>Each channel's offset is calibrated once. A chip that has been reset gets the same coefficients back, so that its tare
/// stays true. The control registers are compared with every reading, and a byte of the coefficients. What can't be read is tried again
/// with the next tick.</para>
/// </remarks>
public sealed class Nau7802 : ConfiguredChip
{
    /// <summary>7-bit address.</summary>
    public const int Address = 0x2A;

    private const int PowerRegister = 0x00;
    private const int Control1Register = 0x01;
    private const int Control2Register = 0x02;
    private const int CoefficientRegister = 0x03;
    private const int ResultRegister = 0x12;
    private const int ChopperRegister = 0x15;
    private const int RevisionRegister = 0x1F;
    private const int BurstLength = 0x15;
    private const int CoefficientCount = 14;

    private const int Reset = 0x01;
    private const int PowerUp = 0x06;
    private const int PowerIsUp = 0x08;
    private const int Run = 0x96;               // supply of the bridge from inside, conversions, both power bits
    private const int ConversionIsReady = 0x20;
    private const int Control1 = 0x2F;          // 3.0 V for the bridge, at least 0.3 V below 3.3 V; gain 128
    private const int Control2 = 0x70;          // 320 conversions a second
    private const int SecondChannel = 0x80;
    private const int Calibrate = 0x04;
    private const int CalibrationFailed = 0x08;
    private const int ChopperOff = 0x30;
    private const int Revision = 0x0F;

    private const int PowerUpLimit_ms = 100;
    private const int SupplySettling_ms = 250;
    private const int CalibrationLimit_ms = 1000;

    // six conversions are 18.75 ms; the times of two ticks are whole ms
    private const int ChannelSettling_ms = 18;

    // between two readings, one of each side: a clamp's pressure moves no faster
    private const int Period_ms = 50;

    // a conversion takes 3.125 ms: ticks in a row without one mean that the chip has stopped
    private const int MaximumLostTicks = 6;

    // what a sound bridge gives: its rated output and half as much again, and a zero balance of either sign
    private const int HighestCounts = 6870000;
    private const int LowestCounts = -860000;

    private const int SwitchOn = 1;
    private const int AwaitPower = 2;
    private const int WriteControl1 = 3;
    private const int StopChopper = 4;
    private const int StartRunning = 5;
    private const int RestoreCoefficients = 6;
    private const int StartCalibration = 7;     // and the next for the second channel's
    private const int AwaitCalibration = 9;     // and the next for the second channel's
    private const int KeepCoefficients = 11;
    private const int Select = 12;

    private static readonly byte[] s_nothing = new byte[0];

    private readonly I2cChip _chip;
    private readonly int _firstChannel;
    private readonly byte[] _burst = { PowerRegister };
    private readonly byte[] _answer = new byte[BurstLength];
    private readonly byte[] _toFirst = { Control2Register, Control2 };
    private readonly byte[] _toSecond = { Control2Register, Control2 | SecondChannel };
    private readonly byte[] _write = new byte[2];
    private readonly byte[] _coefficients = new byte[CoefficientCount + 1];
    private readonly long[] _scale = new long[2];
    private readonly long[] _offset = new long[2];
    private bool _isCalibrated;
    private long _due_ms;
    private int _compared;
    private int _lostTicks;

    /// <summary>Makes the driver of a clamp.</summary>
    /// <param name="bus">Bus of the chip: two clamps need two.</param>
    /// <param name="clock">For start-up.</param>
    /// <param name="clamp">Number of the clamp, 0..7.</param>
    public Nau7802(I2cBus bus, Clock clock, int clamp)
        : base(clock)
    {
        _chip = new I2cChip(bus, Address);
        _firstChannel = Channel.ClampPressure + (clamp << 1);
        _coefficients[0] = CoefficientRegister;
    }

    /// <summary>Last reading of each load cell, counts, -2^23..2^23 - 1: what a tare is taken from.</summary>
    public readonly int[] Counts = new int[2];

    /// <summary>The chip on its bus, for the counts of telemetry.</summary>
    public I2cChip Chip
    {
        get { return _chip; }
    }

    /// <summary>Tells what a load cell's counts mean. Until told, it reads 0 Pa, at which no current is allowed.</summary>
    /// <param name="side">Load cell of the clamp, 0 or 1.</param>
    /// <param name="tare_counts">Reading without pressure, counts.</param>
    /// <param name="ratedPressure_Pa">Pressure at which the bridge gives its rated 2 mV/V, Pa.</param>
    public void SetScale(int side, int tare_counts, int ratedPressure_Pa)
    {
        long scale = ratedPressure_Pa * 1000L;
        _scale[side] = scale;
        _offset[side] = (1L << 31) - (tare_counts * scale);
    }

    /// <inheritdoc/>
    public override void Renew(SensorFrame frame, int phase)
    {
        long now_ms = frame.Time_ms;
        if (!IsConfigured)
        {
            ConfigureNext(now_ms);
            return;
        }

        byte[] answer = _answer;
        if (now_ms < _due_ms || !_chip.Transfer(_burst, answer))
        {
            return;
        }

        int power = answer[PowerRegister];
        int control2 = answer[Control2Register];
        if ((power & (Run | Reset)) != Run || answer[Control1Register] != Control1 || (control2 & ~SecondChannel) != Control2
            || !CoefficientIsFine(answer))
        {
            // twice, because a bit may fall over on the bus; what else came with it is not believed either
            CountLostTick(frame, MaximumLostTicks / 2);
            return;
        }

        if ((power & ConversionIsReady) == 0)
        {
            CountLostTick(frame, 1);
            return;
        }

        _lostTicks = 0;

        // the chip says which channel it has converted: a switch that failed confuses nothing
        int side = control2 >> 7;
        int counts = ((sbyte)answer[ResultRegister] << 16) | (answer[ResultRegister + 1] << 8) | answer[ResultRegister + 2];
        int channel = _firstChannel + side;
        Counts[side] = counts;
        if (counts > HighestCounts || counts < LowestCounts)
        {
            frame.IsValid[channel] = false;     // a wire is open
        }
        else
        {
            // nearest; both terms have 61 bits at most
            frame.Value[channel] = (int)(((counts * _scale[side]) + _offset[side]) >> 32);
            frame.Timestamp_ms[channel] = now_ms;
            frame.IsValid[channel] = true;
        }

        if (_chip.Transfer(side == 0 ? _toSecond : _toFirst, s_nothing))
        {
            long due_ms = _due_ms + Period_ms;
            _due_ms = due_ms - now_ms < ChannelSettling_ms ? now_ms + Period_ms : due_ms;
        }
    }

    /// <inheritdoc/>
    protected override void Invalidate(SensorFrame frame)
    {
        frame.Invalidate(_firstChannel);
        frame.Invalidate(_firstChannel + 1);
        _lostTicks = 0;
    }

    /// <inheritdoc/>
    protected override int Configure(int piece, long now_ms)
    {
        switch (piece)
        {
            case FirstPiece:
                return Write(PowerRegister, Reset) ? SwitchOn : FirstPiece;
            case SwitchOn:
                return Write(PowerRegister, PowerUp) && WaitUntil(now_ms + PowerUpLimit_ms) ? AwaitPower : FirstPiece;
            case AwaitPower:
                return Powered(now_ms);
            case WriteControl1:
                return Write(Control1Register, Control1) ? StopChopper : FirstPiece;
            case StopChopper:
                int chopper = Read(ChopperRegister);
                return chopper >= 0 && Write(ChopperRegister, chopper | ChopperOff) ? StartRunning : FirstPiece;
            case StartRunning:
                return Write(PowerRegister, Run) && WaitUntil(now_ms + SupplySettling_ms) ? RestoreCoefficients : FirstPiece;
            case RestoreCoefficients:
                if (now_ms < _due_ms)
                {
                    return RestoreCoefficients;
                }

                if (!_isCalibrated)
                {
                    return StartCalibration;
                }

                return _chip.Transfer(_coefficients, s_nothing) ? Select : FirstPiece;
            case StartCalibration:
            case StartCalibration + 1:
                return Write(Control2Register, Control2 | Side(piece - StartCalibration) | Calibrate) && WaitUntil(now_ms + CalibrationLimit_ms)
                    ? piece - StartCalibration + AwaitCalibration : FirstPiece;
            case AwaitCalibration:
            case AwaitCalibration + 1:
                return Awaited(piece - AwaitCalibration, now_ms);
            case KeepCoefficients:
                return KeepAll() ? Select : FirstPiece;
            default:
                return Write(Control2Register, Control2) && Read(Control1Register) == Control1 && WaitUntil(now_ms + ChannelSettling_ms) ? Done : FirstPiece;
        }
    }

    private int Powered(long now_ms)
    {
        int power = Read(PowerRegister);
        if (power < 0 || (power & PowerIsUp) == 0)
        {
            return now_ms < _due_ms ? AwaitPower : FirstPiece;
        }

        int revision = Read(RevisionRegister);
        return revision >= 0 && (revision & 0x0F) == Revision ? WriteControl1 : FirstPiece;
    }

    private int Awaited(int side, long now_ms)
    {
        int control2 = Read(Control2Register);
        if (control2 < 0 || (control2 & Calibrate) != 0)
        {
            return now_ms < _due_ms ? AwaitCalibration + side : FirstPiece;
        }

        if ((control2 & CalibrationFailed) != 0)
        {
            return FirstPiece;
        }

        return side == 0 ? StartCalibration + 1 : KeepCoefficients;
    }

    private bool KeepAll()
    {
        if (!_chip.Transfer(_burst, _answer))
        {
            return false;
        }

        for (int k = 0; k < CoefficientCount; k++)
        {
            _coefficients[k + 1] = _answer[CoefficientRegister + k];
        }

        _isCalibrated = true;
        return true;
    }

    private void CountLostTick(SensorFrame frame, int weight)
    {
        _lostTicks += weight;
        if (_lostTicks >= MaximumLostTicks)
        {
            Lose(frame);
        }
    }

    /// <summary>Looks at one byte of the coefficients in turn.</summary>
    private bool CoefficientIsFine(byte[] answer)
    {
        _compared = _compared == CoefficientCount - 1 ? 0 : _compared + 1;
        return answer[CoefficientRegister + _compared] == _coefficients[_compared + 1];
    }

    private static int Side(int side)
    {
        return side == 0 ? 0 : SecondChannel;
    }

    private bool WaitUntil(long time_ms)
    {
        _due_ms = time_ms;
        return true;
    }

    private bool Write(int register, int value)
    {
        _write[0] = (byte)register;
        _write[1] = (byte)value;
        return _chip.Transfer(_write, s_nothing);
    }

    /// <summary>A register; negative if the chip does not answer.</summary>
    private int Read(int register)
    {
        _write[0] = (byte)register;
        return _chip.Transfer(_write, 1, _answer, 1) ? _answer[0] : -1;
    }
}
