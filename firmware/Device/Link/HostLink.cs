using Bms.Core;
using Bms.Core.Pack;
using Bms.Core.Sensing;

namespace Bms.Device.Link;

/// <summary>
/// The serial link to a host. With hardware in the loop it is the only sensor: readings come from the host, and nothing
/// received becomes stale by itself. On a board of its own it takes only what a load may ask for. Either way it carries out
/// commands and tells decisions.
/// </summary>
/// <remarks>
/// A turn looks at no more than <see cref="MessageReceiver.MostBytes"/> bytes and gives at most one answer; what came after
/// waits for the next. It allocates nothing and never throws.
/// </remarks>
public sealed class HostLink : ISensor, IActuator
{
    private const int MostChannels = 12;

    private readonly IByteLine _line;
    private readonly ICommandTarget _target;
    private readonly LinkCounts _counts = new LinkCounts();
    private readonly LinkMessageRow[] _rows = new LinkMessageRow[LinkMessage.EndOfHost];
    private readonly MessageReceiver _receiver;
    private readonly ReadingIntake _intake;
    private readonly CommandDesk _desk;
    private readonly Telemetry _telemetry;
    private bool _hasSession;
    private SensorFrame _frame;
    private Decision _decision;

    /// <summary>Makes a link; <see cref="Start"/> opens its line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="target">Carries out commands.</param>
    /// <param name="source">Knows how the device fares.</param>
    /// <param name="identity">What the device is.</param>
    /// <param name="takesReadings">Whether the host's readings fill the frame: hardware in the loop.</param>
    public HostLink(IByteLine line, ICommandTarget target, IStatusSource source, DeviceIdentity identity, bool takesReadings)
    {
        _line = line;
        _target = target;
        MessageChecksum checksum = new MessageChecksum();
        _receiver = new MessageReceiver(checksum, _counts);
        _intake = new ReadingIntake(takesReadings);
        _desk = new CommandDesk(target);
        _telemetry = new Telemetry(new MessageSender(line, checksum), source, identity);
        LinkMessageRow[] rows = LinkMessageTable.Rows();
        for (int k = 0; k < rows.Length; k++)
        {
            if (rows[k].Number < LinkMessage.EndOfHost)
            {
                _rows[rows[k].Number] = rows[k];
            }
        }
    }

    /// <summary>Whether the pack is a recorded one: no contactor follows decisions, so commands are taken at any time, and what a
    /// load asks for reaches no frame.</summary>
    public bool IsRecorded;

    /// <summary>Whether a host has said hello since the start.</summary>
    public bool HasSession
    {
        get { return _hasSession; }
    }

    /// <summary>Says whose decisions are told: before the first <see cref="Apply"/>.</summary>
    public void Attach(BatteryManager manager)
    {
        _telemetry.Attach(manager);
    }

    /// <summary>Opens the line and says what the device is. That a host is there takes more: its hello.</summary>
    /// <returns>False if the line can't be opened.</returns>
    public bool Start()
    {
        bool isOpen = _line.Open();
        _telemetry.TellIdentity(false);
        return isOpen;
    }

    /// <inheritdoc/>
    public void Renew(SensorFrame frame, int phase)
    {
        _frame = frame;
        if (_line.Waiting == 0 && _receiver.IsEmpty())
        {
            return;
        }

        _receiver.Receive(_line);
        bool hasAnswered = false;
        while (!hasAnswered && _receiver.Next())
        {
            hasAnswered = Answer(frame);
        }
    }

    /// <inheritdoc/>
    public void Apply(Decision decision)
    {
        _decision = decision;
        _telemetry.Tell(decision, _frame == null ? 0 : _frame.Time_ms, _intake.HostTime_ms, _counts);
    }

    /// <summary>Acts on the message received.</summary>
    /// <returns>Whether something was sent.</returns>
    private bool Answer(SensorFrame frame)
    {
        MessageReceiver receiver = _receiver;
        int number = receiver.Number;
        if (number >= LinkMessage.FirstOfDevice)
        {
            _counts.Refused++;  // an echo of our own: an answer to it would come back too
            return false;
        }

        CommandResult result = Judge(number, receiver.Length);
        bool isQuiet = false;
        int value = 0;
        if (result == CommandResult.Done)
        {
            switch (number)
            {
                case LinkMessage.Hello:
                    Greet();
                    return true;
                case LinkMessage.Update:
                    result = _intake.Take(receiver.Bytes, receiver.Start, receiver.Length, IsRecorded ? null : frame);
                    isQuiet = result == CommandResult.Done;
                    break;
                case LinkMessage.Ask:
                    result = Tell(receiver.Bytes[receiver.Start + 1]);
                    isQuiet = result == CommandResult.Done;
                    break;
                case LinkMessage.ReadChannels:
                    result = TellReadings(frame, receiver.Bytes[receiver.Start + 1], receiver.Bytes[receiver.Start + 2]);
                    isQuiet = result == CommandResult.Done;
                    break;
                case LinkMessage.Reboot:
                    break;
                default:
                    result = _desk.CarryOut(number, receiver.Bytes, receiver.Start);
                    value = _desk.Value;
                    break;
            }
        }

        if (!isQuiet)
        {
            Reply(number, result, value);
        }

        return !isQuiet || number != LinkMessage.Update;
    }

    private void Reply(int number, CommandResult result, int value)
    {
        MessageReceiver receiver = _receiver;
        int tag = number == LinkMessage.Update || receiver.Length == 0 ? 0 : receiver.Bytes[receiver.Start];
        _telemetry.TellReply(tag, number, result, value);
        if (result != CommandResult.Done)
        {
            _counts.Refused++;
        }
        else if (number == LinkMessage.Reboot)
        {
            _target.Reboot();
        }
    }

    private CommandResult Judge(int number, int length)
    {
        LinkMessageRow row = number < LinkMessage.EndOfHost ? _rows[number] : null;
        if (row == null)
        {
            return CommandResult.UnknownMessage;
        }

        if (length < row.Length)
        {
            return CommandResult.BadLength;
        }

        if (!_hasSession && number != LinkMessage.Hello)
        {
            return CommandResult.NoHello;
        }

        return row.NeedsOpenContactors && !ContactorsAreOpen() ? CommandResult.ContactorsClosed : CommandResult.Done;
    }

    private bool ContactorsAreOpen()
    {
        return IsRecorded || _decision == null || (!_decision.CloseNegative && !_decision.ClosePrecharge && !_decision.ClosePositive);
    }

    private void Greet()
    {
        _hasSession = _receiver.Bytes[_receiver.Start] == LinkMessage.Version;
        _intake.Begin();
        _telemetry.TellIdentity(_hasSession);
    }

    private CommandResult Tell(int message)
    {
        switch (message)
        {
            case LinkMessage.Identity:
                _telemetry.TellIdentity(_hasSession);
                return CommandResult.Done;
            case LinkMessage.Decision:
                _telemetry.HurryDecision();
                return CommandResult.Done;
            case LinkMessage.Status:
                _telemetry.HurryStatus();
                return CommandResult.Done;
            case LinkMessage.Estimates:
                _telemetry.HurryEstimates();
                return CommandResult.Done;
            default:
                return CommandResult.UnknownNumber;
        }
    }

    private CommandResult TellReadings(SensorFrame frame, int first, int count)
    {
        if (count < 1 || count > MostChannels)
        {
            return CommandResult.OutOfRange;
        }

        if (first + count > Channel.Count)
        {
            return CommandResult.UnknownNumber;
        }

        _telemetry.TellReadings(frame, first, count);
        return CommandResult.Done;
    }
}
