using System.Text;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Serial;

namespace System.IO.Ports;

/// <summary>
/// A serial port. Writing blocks until what is left fits the 128 bytes of the transmitter; reading waits until all bytes asked for
/// are there, up to <see cref="ReadTimeout"/>.
/// </summary>
public sealed class SerialPort : IDisposable
{
    private const int TransmitterSize = 128;

    private readonly Machine _machine;
    private readonly int _number;
    private SerialLink? _link;
    private int _readBufferSize = 256;
    private int _readTimeout_ms = -1;
    private long _lineFreeAt_ns;

    /// <summary>A closed port.</summary>
    /// <param name="portName">COM1 to COM3.</param>
    /// <param name="baudRate">Bits per second, above 0.</param>
    /// <param name="parity">Parity bit.</param>
    /// <param name="dataBits">5..8.</param>
    /// <param name="stopBits">Length of the stop bit.</param>
    /// <exception cref="ArgumentException">No such port, or a value out of range.</exception>
    public SerialPort(string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
    {
        ArgumentNullException.ThrowIfNull(portName);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baudRate);
        if (portName.Length != 4 || !portName.StartsWith("COM", StringComparison.Ordinal) || portName[3] is < '1' or > '3' || dataBits is < 5 or > 8)
        {
            throw new ArgumentException("no such port or frame", nameof(portName));
        }

        _machine = Machine.Current;
        _number = portName[3] - '0';
        PortName = portName;
        BaudRate = baudRate;
        Parity = parity;
        DataBits = dataBits;
        StopBits = stopBits;
    }

    /// <summary>Bits per second.</summary>
    public int BaudRate { get; set; }

    /// <summary>Parity bit.</summary>
    public Parity Parity { get; set; }

    /// <summary>5..8.</summary>
    public int DataBits { get; set; }

    /// <summary>Length of the stop bit.</summary>
    public StopBits StopBits { get; set; }

    /// <summary>Flow control; the virtual line needs none.</summary>
    public Handshake Handshake { get; set; }

    /// <summary>COM1 to COM3.</summary>
    public string PortName { get; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Longest wait of a read, ms; without end until it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, as on the device.</exception>
    public int ReadTimeout
    {
        get => _readTimeout_ms;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _readTimeout_ms = value;
        }
    }

    /// <summary>Longest wait of a write, ms; writing never has to wait for the far end here.</summary>
    public int WriteTimeout { get; set; } = -1;

    /// <summary>Bytes the receive buffer holds; what does not fit is lost. To be set before opening.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public int ReadBufferSize
    {
        get => _readBufferSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _readBufferSize = value;
        }
    }

    /// <summary>Bytes that can be read at once.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public int BytesToRead
    {
        get
        {
            Check();
            return _link?.BytesToRead(_machine.Time_us) ?? 0;
        }
    }

    /// <summary>Opens the port on the pins its functions are routed to.</summary>
    /// <exception cref="InvalidOperationException">Open already.</exception>
    /// <exception cref="ArgumentException">Its functions have no pins.</exception>
    public void Open()
    {
        _machine.CheckPower();
        (int receive, int transmit) = _machine.Functions.SerialPins(_number);
        if (receive < 0 || transmit < 0)
        {
            throw new ArgumentException("the port has no pins: call Configuration.SetPinFunction first");
        }

        SerialLink link = _machine.Link;
        bool isWired = receive == link.ReceivePin && transmit == link.TransmitPin;
        if (IsOpen || (isWired && link.IsOpen))
        {
            throw new InvalidOperationException("port is open already");
        }

        IsOpen = true;
        if (isWired)
        {
            _link = link;
            _link.Capacity = _readBufferSize;
            _link.Open(ByteTime_ns());
        }
    }

    /// <summary>Closes the port.</summary>
    public void Close()
    {
        _link?.Close();
        _link = null;
        IsOpen = false;
    }

    /// <summary>Reads <paramref name="count"/> bytes: waits until all are there.</summary>
    /// <returns>Bytes read.</returns>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    /// <exception cref="TimeoutException">They were not all there in time; those that were stay in the buffer.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        Check();
        ArgumentNullException.ThrowIfNull(buffer);
        Span<byte> window = buffer.AsSpan(offset, count);
        Await(count);
        for (int i = 0; i < count; i++)
        {
            window[i] = _link!.Take();
        }

        return count;
    }

    /// <summary>Reads one byte.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public int ReadByte()
    {
        Check();
        Await(1);
        return _link!.Take();
    }

    /// <summary>Writes bytes; returns when the last of them are in the transmitter.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        Check();
        ArgumentNullException.ThrowIfNull(buffer);
        long byteTime_ns = ByteTime_ns();
        _lineFreeAt_ns = Math.Max(_lineFreeAt_ns, _machine.Time_us * 1000);
        foreach (byte one in buffer.AsSpan(offset, count))
        {
            _lineFreeAt_ns += byteTime_ns;
            _link?.Transmit(one, (_lineFreeAt_ns + 999) / 1000);
        }

        long fitsAt_us = (_lineFreeAt_ns - (TransmitterSize * byteTime_ns)) / 1000;
        _machine.Advance(Math.Max(0, fitsAt_us - _machine.Time_us));
    }

    /// <summary>Writes one byte.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public void WriteByte(byte value) => Write([value], 0, 1);

    /// <summary>Writes text as UTF-8.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes, 0, bytes.Length);
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Await(int count)
    {
        long deadline_us = _readTimeout_ms < 0 ? long.MaxValue : _machine.Time_us + (_readTimeout_ms * 1000L);
        while (BytesToRead < count)
        {
            if (_machine.Time_us >= deadline_us)
            {
                throw new TimeoutException();
            }

            _machine.Advance(Math.Min(1000, deadline_us - _machine.Time_us));
        }
    }

    private void Check()
    {
        _machine.CheckPower();
        if (!IsOpen)
        {
            throw new InvalidOperationException("port is not open");
        }
    }

    private int ByteTime_ns()
    {
        int halfBits = 2 + (2 * DataBits) + (Parity == Parity.None ? 0 : 2) + (StopBits switch { StopBits.Two => 4, StopBits.OnePointFive => 3, _ => 2 });
        return (int)(halfBits * 500_000_000L / BaudRate);
    }
}
