using System.Text;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Serial;

namespace System.IO.Ports;

/// <summary>A serial port. Writing blocks until the last bit is out; reading waits for bytes up to <see cref="ReadTimeout"/>.</summary>
public sealed class SerialPort : IDisposable
{
    private readonly Machine _machine;
    private readonly int _number;
    private SerialLink? _link;
    private int _readBufferSize = 256;
    private long _unsent_ns;

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

    /// <summary>Longest wait of a read, ms; negative waits without end.</summary>
    public int ReadTimeout { get; set; } = -1;

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

    /// <summary>Reads up to <paramref name="count"/> bytes: waits until all are there or the time-out is over.</summary>
    /// <returns>Bytes read.</returns>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        Check();
        ArgumentNullException.ThrowIfNull(buffer);
        Span<byte> window = buffer.AsSpan(offset, count);
        Await(count);
        int read = Math.Min(count, BytesToRead);
        for (int i = 0; i < read; i++)
        {
            window[i] = _link!.Take();
        }

        return read;
    }

    /// <summary>Reads one byte; -1 if none came in time.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public int ReadByte()
    {
        Check();
        Await(1);
        return BytesToRead > 0 ? _link!.Take() : -1;
    }

    /// <summary>Writes bytes; returns when the last bit is out.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        Check();
        ArgumentNullException.ThrowIfNull(buffer);
        foreach (byte one in buffer.AsSpan(offset, count))
        {
            _link?.Transmit(one);
        }

        _unsent_ns += (long)ByteTime_ns() * count;
        long whole_us = _unsent_ns / 1000;
        _unsent_ns -= whole_us * 1000;
        _machine.Advance(whole_us);
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
        long deadline_us = ReadTimeout < 0 ? long.MaxValue : _machine.Time_us + (ReadTimeout * 1000L);
        while (BytesToRead < count && _machine.Time_us < deadline_us)
        {
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
