namespace Bms.Device.Drivers;

/// <summary>
/// Brings a BQ76952 from wherever it is to where its readings count, piece by piece: finds out in which bus mode it is, brings it
/// to the one with checks, writes all rows of the configuration, reads every one of them back and compares.
/// </summary>
internal sealed class Bq76952Setup
{
    private const int First = ConfiguredChip.FirstPiece;
    private const int Identify = 1;
    private const int BeginPlainUpdate = 2;
    private const int WriteMode = 3;
    private const int EndPlainUpdate = 4;
    private const int ProbeMode = 5;
    private const int ProbeModeAgain = 6;
    private const int BeginUpdate = 7;
    private const int WriteRows = 8;
    private const int AskRows = 9;
    private const int CompareRows = 10;
    private const int EndUpdate = 11;
    private const int NeverSleep = 12;
    private const int SwitchOff = 13;
    private const int Settle = 14;
    private const int ForgetAlarms = 15;

    private const int AnswerLimit_ms = 20;

    // three scans and some reserve
    private const int Settling_ms = 250;

    private readonly Bq76952Link _link;
    private readonly Bq76952Configuration _configuration;
    private long _due_ms;
    private int _row;

    internal Bq76952Setup(Bq76952Link link, Bq76952Configuration configuration)
    {
        _link = link;
        _configuration = configuration;
    }

    /// <summary>What the chip called itself; -1 as long as it has not been asked.</summary>
    internal int DeviceNumber = -1;

    /// <summary>Brings one piece.</summary>
    /// <returns>The piece that is next.</returns>
    internal int Bring(int piece, long now_ms)
    {
        switch (piece)
        {
            case First:
                if (IsInCheckedMode())
                {
                    return BeginUpdate;
                }

                return Command(Bq76952Register.DeviceNumber, now_ms) ? Identify : First;
            case Identify:
                if (!_link.FetchAnswer(Bq76952Register.DeviceNumber))
                {
                    return WaitOrBeginAgain(Identify, now_ms);
                }

                DeviceNumber = _link.Register[2] | (_link.Register[3] << 8);
                return Command(Bq76952Register.BeginUpdate, now_ms) ? BeginPlainUpdate : First;
            case BeginPlainUpdate:
                return UpdateHasBegun() ? WriteMode : WaitOrBeginAgain(BeginPlainUpdate, now_ms);
            case WriteMode:
                return _link.WriteMemory(Bq76952Register.BusMode, Bq76952Link.CheckedFastMode, 1) ? EndPlainUpdate : First;
            case EndPlainUpdate:
                return Command(Bq76952Register.EndUpdate, now_ms) ? ProbeMode : First;
            case ProbeMode:
                // by one account the mode changes with the end of the update, by another with a command: both are tried
                if (IsInCheckedMode())
                {
                    return BeginUpdate;
                }

                return Command(Bq76952Register.SwapBusMode, now_ms) ? ProbeModeAgain : First;
            case ProbeModeAgain:
                return IsInCheckedMode() ? BeginUpdate : First;
            case BeginUpdate:
                _row = 0;
                return Command(Bq76952Register.BeginUpdate, now_ms) ? WriteRows : First;
            case WriteRows:
                return WriteRow(now_ms);
            case AskRows:
                return Command(_configuration.Address[_row], now_ms) ? CompareRows : First;
            case CompareRows:
                return CompareBlock(now_ms);
            case EndUpdate:
                return Command(Bq76952Register.EndUpdate, now_ms) ? NeverSleep : First;
            case NeverSleep:
                return IsRunning() && _link.Command(Bq76952Register.NeverSleep) ? SwitchOff : WaitOrBeginAgain(NeverSleep, now_ms);
            case SwitchOff:
                // a command of its own: sources disagree on the sense of the bits of the register
                _due_ms = now_ms + Settling_ms;
                return _link.Command(Bq76952Register.AllOff) ? Settle : First;
            case Settle:
                return now_ms < _due_ms ? Settle : ForgetAlarms;
            default:
                return _link.Send(Bq76952Register.AlarmStatus, 0xFFFF, 2) ? ConfiguredChip.Done : First;
        }
    }

    private int WaitOrBeginAgain(int piece, long now_ms)
    {
        return now_ms < _due_ms ? piece : First;
    }

    private bool Command(int code, long now_ms)
    {
        _due_ms = now_ms + AnswerLimit_ms;
        return _link.Command(code);
    }

    /// <summary>Whether answers have checks; leaves the link in the mode that is left if they have none.</summary>
    private bool IsInCheckedMode()
    {
        int badChecks = _link.BadChecks;
        _link.IsChecked = true;
        _link.IsChecked = _link.Fetch(Bq76952Register.BatteryStatus, 2);
        _link.BadChecks = badChecks;    // those of a chip without checks are none
        return _link.IsChecked;
    }

    private bool UpdateHasBegun()
    {
        return _link.Fetch(Bq76952Register.BatteryStatus, 2) && (_link.Register[0] & Bq76952Register.IsUpdating) != 0;
    }

    private bool IsRunning()
    {
        return _link.Fetch(Bq76952Register.BatteryStatus, 2) && (_link.Register[0] & Bq76952Register.IsNotConfigured) == 0;
    }

    private int WriteRow(long now_ms)
    {
        int row = _row;
        if (row == 0 && !UpdateHasBegun())
        {
            return WaitOrBeginAgain(WriteRows, now_ms);
        }

        Bq76952Configuration configuration = _configuration;
        if (row == configuration.Count)
        {
            _row = 0;
            return AskRows;
        }

        _row = row + 1;
        return _link.WriteMemory(configuration.Address[row], configuration.Value[row], configuration.Length[row]) ? WriteRows : First;
    }

    /// <summary>A block that has been asked for proves all rows within it.</summary>
    private int CompareBlock(long now_ms)
    {
        Bq76952Configuration configuration = _configuration;
        int row = _row;
        int address = configuration.Address[row];
        if (!_link.FetchAnswer(address))
        {
            return WaitOrBeginAgain(CompareRows, now_ms);
        }

        byte[] register = _link.Register;
        while (row < configuration.Count)
        {
            int offset = configuration.Address[row] - address;
            int length = configuration.Length[row];
            if (offset + length > Bq76952Link.BlockLength)
            {
                break;
            }

            for (int k = 0; k < length; k++)
            {
                if (register[2 + offset + k] != (byte)(configuration.Value[row] >> (k << 3)))
                {
                    return First;
                }
            }

            row++;
        }

        _row = row;
        return row == configuration.Count ? EndUpdate : AskRows;
    }
}
