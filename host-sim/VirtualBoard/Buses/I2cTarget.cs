using System;

namespace Bms.VirtualBoard.Buses;

/// <summary>A chip on an I2C bus, and what can be wrong with its connection.</summary>
public abstract class I2cTarget : Part
{
    /// <summary>A chip at an address.</summary>
    /// <param name="name">Name in messages and fault targets.</param>
    /// <param name="address">7-bit address.</param>
    /// <param name="maximumClock_Hz">Fastest clock it follows; above, it does not recognise its address.</param>
    protected I2cTarget(string name, int address, int maximumClock_Hz)
    {
        Name = name;
        Address = address;
        MaximumClock_Hz = maximumClock_Hz;
    }

    /// <summary>Name in messages and fault targets.</summary>
    public string Name { get; }

    /// <summary>7-bit address.</summary>
    public int Address { get; protected set; }

    /// <summary>Fastest clock it follows, Hz.</summary>
    public int MaximumClock_Hz { get; }

    /// <summary>Fault: it does not acknowledge.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Fault: the share of transactions whose address it misses, 0..1.</summary>
    public double MissRate { get; set; }

    /// <summary>Fault: it holds the clock low when it is addressed, until the driver gives up.</summary>
    public bool HoldsClock { get; set; }

    /// <summary>Fault: the share of bits read from it that arrive inverted, 0..1.</summary>
    public double BitErrorRate { get; set; }

    /// <summary>Fault: bits of one register that always read 1; 0 for none.</summary>
    public byte StuckBits { get; set; }

    /// <summary>The register whose bits get stuck: one whose content matters.</summary>
    protected internal abstract int StuckRegister { get; }

    /// <summary>Whether it acknowledges its address now.</summary>
    /// <param name="now_us">Time of the machine, µs.</param>
    protected internal virtual bool Answers(long now_us) => true;

    /// <summary>Bytes written to it, after its address.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <param name="now_us">Time of the machine, µs.</param>
    /// <returns>Whether it acknowledged every one of them.</returns>
    protected internal abstract bool Write(ReadOnlySpan<byte> bytes, long now_us);

    /// <summary>Bytes written to it until the supply went away: those it had acknowledged.</summary>
    /// <param name="bytes">The first bytes of a write; may be none.</param>
    protected internal virtual void WriteTorn(ReadOnlySpan<byte> bytes)
    {
    }

    /// <summary>Bytes read from it.</summary>
    /// <param name="bytes">At least one byte, to be filled.</param>
    /// <param name="isRepeated">Whether a write came before in the same transaction.</param>
    /// <param name="now_us">Time of the machine, µs.</param>
    protected internal abstract void Read(Span<byte> bytes, bool isRepeated, long now_us);
}
