using Bms.Core.Sensing;
using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// The ADS1115 with up to four slow voltages against ground: every 100 ms takes the single conversion begun 100 ms before and
/// begins that of the next input.
/// </summary>
/// <remarks>
/// The configuration is written anew with every start and read back with every result, so a chip that was reset, or is still
/// busy when it can't be, costs one reading and nothing else. A result bears the time at which its conversion began.
/// </remarks>
public sealed class Ads1115 : ISensor
{
    /// <summary>7-bit address with the address pin at ground.</summary>
    public const int Address = 0x48;

    /// <summary>Number of inputs.</summary>
    public const int Inputs = 4;

    private const int Phase = 2;
    private const int ResultRegister = 0;
    private const int ConfigurationRegister = 1;

    private const int Idle = 0x8000;        // written: start
    private const int FirstInput = 0x4000;  // against ground
    private const int InputShift = 12;

    // ±4.096 V, single shot, 32 conversions a second (31 ms, and 10 %), comparator off
    private const int Mode = 0x0343;
    private const int Count_uV = 125;

    private static readonly byte[] s_nothing = new byte[0];

    private readonly I2cChip _chip;
    private readonly AnalogInput[] _inputs;
    private readonly byte[] _askResult = { ResultRegister };
    private readonly byte[] _askConfiguration = { ConfigurationRegister };
    private readonly byte[] _write = { ConfigurationRegister, 0, 0 };
    private readonly byte[] _answer = new byte[2];
    private int _input;
    private int _last;
    private int _started;
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
        bool isFine = _started != 0 && (Read(_askConfiguration) | Idle) == _started;
        _started = 0;
        return isFine;
    }

    /// <inheritdoc/>
    public void Renew(SensorFrame frame, int phase)
    {
        if (phase != Phase)
        {
            return;
        }

        if (_started != 0)
        {
            int configuration = Read(_askConfiguration);
            if (configuration < 0)
            {
                return;     // the result is still there at the next turn, and so is its time
            }

            if (configuration == _started)
            {
                int result = Read(_askResult);
                if (result < 0)
                {
                    return;
                }

                Take(frame, result);
            }
            else
            {
                LostConfigurations++;
            }
        }

        Convert(frame.Time_ms);
    }

    /// <summary>Takes a result, unless it equals that of the input before to the last bit: then it may be that one still.</summary>
    private void Take(SensorFrame frame, int result)
    {
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
        _write[1] = (byte)(configuration >> 8);
        _write[2] = (byte)configuration;
        _started = _chip.Transfer(_write, 3, s_nothing, 0) ? configuration : 0;
        _started_ms = now_ms;
    }

    /// <summary>A register of 16 bits; negative if the chip does not answer.</summary>
    private int Read(byte[] request)
    {
        return _chip.Transfer(request, 1, _answer, 2) ? (_answer[0] << 8) | _answer[1] : -1;
    }
}
