using Bms.Core.Sensing;
using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// The ADS1115 with up to four slow voltages against ground: every 200 ms begins the single conversion of the next input, and takes its
/// result 60 ms later.
/// </summary>
/// <remarks>
/// The configuration is written anew with every start and read back in the same transfer. A chip that is reset in between has a
/// result of 0, so where that is read the configuration is looked at once more, and one that is stuck still has the result before: either
/// costs one reading and nothing else.
/// A result bears the time at which its conversion began.
/// </remarks>
public sealed class Ads1115 : ISensor
{
    /// <summary>7-bit address with the address pin at ground.</summary>
    public const int Address = 0x48;

    /// <summary>Number of inputs.</summary>
    public const int Inputs = 4;

    // a conversion is 35 ms at most
    private const int StartPhase = 1;
    private const int TakePhase = 4;
    private const int ResultRegister = 0;
    private const int ConfigurationRegister = 1;

    private const int Idle = 0x8000;        // written: start
    private const int FirstInput = 0x4000;  // against ground
    private const int InputShift = 12;

    // ±4.096 V, single shot, 32 conversions a second (31 ms, and 10 %), comparator off
    private const int Mode = 0x0343;
    private const int Count_uV = 125;

    private readonly I2cChip _chip;
    private readonly AnalogInput[] _inputs;
    private readonly byte[] _askResult = { ResultRegister };
    private readonly byte[] _askConfiguration = { ConfigurationRegister };
    private readonly byte[] _write = { ConfigurationRegister, 0, 0 };
    private readonly byte[] _answer = new byte[2];
    private int _input;
    private int _last;
    private bool _isStarted;
    private bool _isOff;
    private long _started_ms;

    /// <summary>Makes the driver.</summary>
    /// <param name="bus">Bus of the chip.</param>
    /// <param name="inputs">What is at A0..A3; null where there is nothing, but not everywhere.</param>
    public Ads1115(I2cBus bus, AnalogInput[] inputs)
    {
        _chip = new I2cChip(bus, Address);
        _inputs = inputs;
        _input = Next(Inputs - 1);
    }

    /// <summary>The chip on its bus, for the counts of telemetry.</summary>
    public I2cChip Chip
    {
        get { return _chip; }
    }

    /// <summary>How often it was found with another configuration than it was given, for telemetry.</summary>
    public int LostConfigurations;

    /// <inheritdoc/>
    public bool Start()
    {
        Convert(0);
        bool isFine = _isStarted;
        _isStarted = false;
        return isFine;
    }

    /// <inheritdoc/>
    public void Renew(SensorFrame frame, int phase)
    {
        if (phase == TakePhase)
        {
            if (_isStarted)
            {
                _isStarted = false;
                Take(frame);
            }
        }
        else if (phase == StartPhase)
        {
            _isOff = !_isOff;
            if (!_isOff)
            {
                Convert(frame.Time_ms);
            }
        }
    }

    /// <summary>Takes a result, unless it equals that of the input before to the last bit: then it may be that one still.</summary>
    private void Take(SensorFrame frame)
    {
        byte[] answer = _answer;
        if (!_chip.Transfer(_askResult, answer))
        {
            return;
        }

        int result = (answer[0] << 8) | answer[1];
        if (result == 0 && !IsAsStarted())
        {
            LostConfigurations++;
            return;
        }

        int next = Next(_input);
        if (result != _last || next == _input)
        {
            _inputs[_input].Take(frame, (short)result * Count_uV, _started_ms);
        }

        _last = result;
        _input = next;
    }

    private int Next(int input)
    {
        do
        {
            input = input == Inputs - 1 ? 0 : input + 1;
        }
        while (_inputs[input] == null);

        return input;
    }

    private void Convert(long now_ms)
    {
        int configuration = Idle | FirstInput | (_input << InputShift) | Mode;
        byte[] answer = _answer;
        _write[1] = (byte)(configuration >> 8);
        _write[2] = (byte)configuration;
        _started_ms = now_ms;
        _isStarted = false;
        if (_chip.Transfer(_write, answer))
        {
            // it answers with the register just written
            _isStarted = IsWritten(answer);
            LostConfigurations += _isStarted ? 0 : 1;
        }
    }

    private bool IsAsStarted()
    {
        return _chip.Transfer(_askConfiguration, _answer) && IsWritten(_answer);
    }

    /// <summary>Whether a chip answers with the configuration it was given; whether it is idle or converts does not matter.</summary>
    private bool IsWritten(byte[] answer)
    {
        return (answer[0] | (Idle >> 8)) == _write[1] && answer[1] == _write[2];
    }
}
