using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;
using Bms.Device.Storage;

namespace Bms.Device.Link;

/// <summary>
/// What the device tells without being asked: decisions every 100 ms, and at once when a limit falls or an output changes; how
/// it fares, every second; what it believes of the cells and how surely, a cell every second in turn. At most one of them a tick.
/// </summary>
public sealed class Telemetry
{
    /// <summary>Ticks between two decisions of which none is urgent.</summary>
    public const int DecisionTicks = 5;

    /// <summary>Ticks between two reports of how the device fares.</summary>
    public const int StatusTicks = 50;

    /// <summary>Ticks between the estimates of two cells.</summary>
    public const int EstimateTicks = 50;

    private const int DecisionLength = 22;
    private const int Negative = 1;
    private const int Precharge = 2;
    private const int Positive = 4;
    private const int Heater = 8;
    private const int Warning = 16;
    private const int OldestAge_ms = 65535;
    private const int Invalid = 0x80;

    private readonly MessageSender _sender;
    private readonly IStatusSource _source;
    private readonly DeviceIdentity _identity;
    private readonly DeviceStatus _status = new DeviceStatus();
    private BatteryManager _manager;
    private int _sinceDecision = DecisionTicks;
    private int _sinceStatus;
    private int _sinceEstimate = EstimateTicks / 2;
    private int _nextCell;
    private int _charge_uA;
    private int _discharge_uA;
    private int _outputs;

    /// <summary>Makes the telemetry of a device.</summary>
    public Telemetry(MessageSender sender, IStatusSource source, DeviceIdentity identity)
    {
        _sender = sender;
        _source = source;
        _identity = identity;
    }

    /// <summary>Says whose decisions are told: before the first <see cref="Tell"/>.</summary>
    public void Attach(BatteryManager manager)
    {
        _manager = manager;
    }

    /// <summary>Sends the next decision at once.</summary>
    public void HurryDecision()
    {
        _sinceDecision = DecisionTicks;
    }

    /// <summary>Sends how the device fares as soon as no decision is due.</summary>
    public void HurryStatus()
    {
        _sinceStatus = StatusTicks;
    }

    /// <summary>Sends the estimates of the next cell as soon as neither a decision nor a status is due.</summary>
    public void HurryEstimates()
    {
        _sinceEstimate = EstimateTicks;
    }

    /// <summary>Every tick, after the step: sends what is due.</summary>
    /// <param name="decision">What the step decided.</param>
    /// <param name="time_ms">Time of its frame.</param>
    /// <param name="hostTime_ms">The host's time in the newest update that it has seen.</param>
    /// <param name="counts">What the link has counted.</param>
    public void Tell(Decision decision, long time_ms, int hostTime_ms, LinkCounts counts)
    {
        _sinceDecision++;
        _sinceStatus++;
        _sinceEstimate++;
        if (_sinceDecision >= DecisionTicks || decision.LimitCharge_uA < _charge_uA || decision.LimitDischarge_uA < _discharge_uA || Outputs(decision) != _outputs)
        {
            _sinceDecision = 0;
            _outputs = Outputs(decision);
            _charge_uA = decision.LimitCharge_uA;
            _discharge_uA = decision.LimitDischarge_uA;
            TellDecision(decision, time_ms, hostTime_ms);
        }
        else if (_sinceStatus >= StatusTicks)
        {
            _sinceStatus = 0;
            TellStatus(time_ms, counts);
        }
        else if (_sinceEstimate >= EstimateTicks)
        {
            _sinceEstimate = 0;
            TellEstimates(time_ms, _nextCell);
            _nextCell = _nextCell + 1 < _manager.Cells.States.Count ? _nextCell + 1 : 0;
        }
    }

    /// <summary>Sends what the device is.</summary>
    /// <param name="hasSession">Whether a host has said hello since the start.</param>
    public void TellIdentity(bool hasSession)
    {
        MessageSender sender = _sender;
        sender.Begin(LinkMessage.Identity);
        sender.Put8(LinkMessage.Version);
        sender.Put8(hasSession ? 1 : 0);
        sender.Put8(_identity.Mode);
        sender.Put8(_identity.Cells);
        sender.Put8(_identity.Clamps);
        sender.Put8(_identity.Sensors);
        sender.Put32(_identity.ProfileChecksum);
        sender.PutText(_identity.Product);
        sender.PutText(_identity.Version);
        sender.PutText(_identity.Board);
        sender.Send();
    }

    /// <summary>Sends what became of a command.</summary>
    public void TellReply(int tag, int command, CommandResult result, int value)
    {
        MessageSender sender = _sender;
        sender.Begin(LinkMessage.Reply);
        sender.Put8(tag);
        sender.Put8(command);
        sender.Put8((int)result);
        sender.Put32(value);
        sender.Send();
    }

    /// <summary>Sends the newest readings of some channels, each as a run of its own.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="first">First channel, 0 or above.</param>
    /// <param name="count">How many; with the first they stay below <see cref="Channel.Count"/>.</param>
    public void TellReadings(SensorFrame frame, int first, int count)
    {
        MessageSender sender = _sender;
        sender.Begin(LinkMessage.Readings);
        sender.Put32((int)frame.Time_ms);
        for (int channel = first; channel < first + count; channel++)
        {
            long age_ms = frame.Time_ms - frame.Timestamp_ms[channel];
            sender.Put8(channel);
            sender.Put8(frame.IsValid[channel] ? 1 : Invalid | 1);
            sender.Put16(age_ms > OldestAge_ms ? OldestAge_ms : (int)age_ms);
            sender.Put32(frame.Value[channel]);
        }

        sender.Send();
    }

    private static int Outputs(Decision decision)
    {
        int outputs = decision.CloseNegative ? Negative : 0;
        outputs |= decision.ClosePrecharge ? Precharge : 0;
        outputs |= decision.ClosePositive ? Positive : 0;
        outputs |= decision.HeaterOn ? Heater : 0;
        return outputs | (decision.Warning ? Warning : 0);
    }

    private void TellDecision(Decision decision, long time_ms, int hostTime_ms)
    {
        MessageSender sender = _sender;
        byte[] bytes = sender.Room(LinkMessage.Decision, DecisionLength);
        LittleEndian.Put(bytes, Framing.HeadLength, (int)time_ms);
        LittleEndian.Put(bytes, Framing.HeadLength + 4, hostTime_ms);
        LittleEndian.Put(bytes, Framing.HeadLength + 8, decision.LimitCharge_uA);
        LittleEndian.Put(bytes, Framing.HeadLength + 12, decision.LimitDischarge_uA);
        bytes[Framing.HeadLength + 16] = (byte)decision.ChargeReason;
        bytes[Framing.HeadLength + 17] = (byte)decision.ChargePlace;
        bytes[Framing.HeadLength + 18] = (byte)decision.DischargeReason;
        bytes[Framing.HeadLength + 19] = (byte)decision.DischargePlace;
        bytes[Framing.HeadLength + 20] = (byte)_outputs;
        bytes[Framing.HeadLength + 21] = (byte)_manager.Contactors;
        sender.Send();
    }

    private void TellEstimates(long time_ms, int cell)
    {
        CellStates states = _manager.Cells.States;
        MessageSender sender = _sender;
        sender.Begin(LinkMessage.Estimates);
        sender.Put32((int)time_ms);
        sender.Put8(cell);
        sender.Put32(Ppm(states.StateOfCharge_Q30[cell], 30));
        sender.Put32((int)SquareRoot.Floor(states.Variance_ppm2[cell]));
        sender.Put32(Ppm(states.OhmicScale_Q20[cell], 20));
        sender.Put32(states.OhmicDeviation_ppm[cell]);
        sender.Put32(Ppm(states.ReactionScale_Q20[cell], 20));
        sender.Put32(states.ReactionDeviation_ppm[cell]);
        sender.Put32(Ppm(states.Contact_Q30[cell], 30));
        sender.Put32(states.ContactDeviation_ppm[cell]);
        sender.Put32(Ppm(states.Capacity_Q30[cell], 30));
        sender.Put32(states.CapacityDeviation_ppm[cell]);
        sender.Send();
    }

    private static int Ppm(int value, int fractionBits)
    {
        return (int)((value * 1000000L) >> fractionBits);
    }

    private void TellStatus(long time_ms, LinkCounts counts)
    {
        DeviceStatus status = _status;
        _source.Report(status);
        int[] charges_Q30 = _manager.Cells.States.StateOfCharge_Q30;
        int lowest_Q30 = charges_Q30[0];
        int highest_Q30 = lowest_Q30;
        for (int cell = 1; cell < charges_Q30.Length; cell++)
        {
            int charge_Q30 = charges_Q30[cell];
            lowest_Q30 = charge_Q30 < lowest_Q30 ? charge_Q30 : lowest_Q30;
            highest_Q30 = charge_Q30 > highest_Q30 ? charge_Q30 : highest_Q30;
        }

        MessageSender sender = _sender;
        sender.Begin(LinkMessage.Status);
        sender.Put32((int)time_ms);
        sender.Put32(status.Busy_us);
        sender.Put32(status.Longest_us);
        sender.Put32(status.MissedTicks);
        sender.Put32(status.BusFailures);
        sender.Put32(sender.LineFailures);
        sender.Put32(counts.Received);
        sender.Put32(counts.Damaged);
        sender.Put32(counts.Refused);
        sender.Put32(_manager.Diagnosis.ActiveBits);
        sender.Put32(Ppm(lowest_Q30, 30));
        sender.Put32(Ppm(highest_Q30, 30));
        sender.Put64(_manager.Digest);
        sender.Send();
    }
}
