namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>Alarm status of a BQ76952 and the ALERT pin it drives.</summary>
/// <remarks>
/// Status latches the raw bits that are enabled; writing 1 clears, and a raw bit that still stands sets its status again with the next
/// loop (unconfirmed). The pin is high on alarm if pin ALERT is configured as alarm output (low with bit 7 of its configuration,
/// unconfirmed); otherwise the chip leaves the line to its pull-up.
/// </remarks>
internal sealed class AlarmUnit(DataMemory memory)
{
    internal const int FullScan = 0x0080;
    internal const int Scan = 0x0002;
    internal const int InitialScan = 0x0200;
    internal const int InitialStart = 0x0400;

    private const int AlertPin = 0x92FC;

    internal int Raw { get; private set; }

    internal int Status { get; private set; }

    internal int Enable { get; set; }

    /// <summary>Level on the line with its pull-up.</summary>
    internal bool IsLineHigh => (memory.U1(AlertPin) & 3) != 2 || (Status != 0) != ((memory.U1(AlertPin) & 0x80) != 0);

    internal void Reset()
    {
        Raw = 0;
        Status = 0;
        Enable = memory.U2(0x926D);
    }

    internal void Clear(int mask) => Status &= ~mask;

    /// <summary>A momentary event.</summary>
    internal void Pulse(int mask) => Status |= mask & Enable;

    internal void Update(Protections protections, int permanent, bool balances)
    {
        byte[] faults = protections.Faults;
        byte[] alerts = protections.Alerts;
        bool isMasked = (alerts[0] & memory.U1(0x926F)) != 0 || (alerts[1] & memory.U1(0x9270)) != 0 || (alerts[2] & memory.U1(0x9271)) != 0;
        Raw = (faults[1] != 0 || faults[2] != 0 ? 0x8000 : 0)
            | (faults[0] != 0 ? 0x4000 : 0)
            | (permanent != 0 ? 0x2000 : 0)
            | (isMasked ? 0x1000 : 0)
            | (balances ? 0x0004 : 0);
        Status |= Raw & Enable;
    }
}
