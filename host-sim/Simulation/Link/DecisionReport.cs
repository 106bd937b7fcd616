using System;
using Bms.Core.Limits;
using Bms.Core.Pack;

namespace Bms.Simulation.Link;

/// <summary>What the device decided, from its message `decision`.</summary>
/// <param name="Time_ms">Device's time of the step, lowest 32 bits.</param>
/// <param name="HostTime_ms">Host's time of the newest update the step has seen, lowest 32 bits.</param>
/// <param name="LimitCharge_uA">Highest charge current, µA, 0 or above.</param>
/// <param name="LimitDischarge_uA">Highest discharge current, µA, 0 or above.</param>
/// <param name="ChargeReason">What binds the charge limit.</param>
/// <param name="ChargePlace">Cell or clamp that binds it.</param>
/// <param name="DischargeReason">What binds the discharge limit.</param>
/// <param name="DischargePlace">Cell or clamp that binds it.</param>
/// <param name="CloseNegative">Whether the negative contactor is told to be closed.</param>
/// <param name="ClosePrecharge">Whether the precharge relay is told to be closed.</param>
/// <param name="ClosePositive">Whether the positive contactor is told to be closed.</param>
/// <param name="HeaterOn">Whether the heater runs.</param>
/// <param name="Warning">Whether the load is warned that the contactors will open.</param>
/// <param name="State">State of the contactor sequence.</param>
public sealed record DecisionReport(
    uint Time_ms,
    uint HostTime_ms,
    int LimitCharge_uA,
    int LimitDischarge_uA,
    LimitReason ChargeReason,
    int ChargePlace,
    LimitReason DischargeReason,
    int DischargePlace,
    bool CloseNegative,
    bool ClosePrecharge,
    bool ClosePositive,
    bool HeaterOn,
    bool Warning,
    ContactorState State)
{
    /// <summary>Reads a message `decision`.</summary>
    /// <exception cref="ArgumentException">Another message.</exception>
    public static DecisionReport Of(LinkMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        long outputs = message.Number("outputs");
        return new DecisionReport(
            (uint)message.Number("time"),
            (uint)message.Number("host time"),
            (int)message.Number("charge limit"),
            (int)message.Number("discharge limit"),
            (LimitReason)message.Number("charge reason"),
            (int)message.Number("charge place"),
            (LimitReason)message.Number("discharge reason"),
            (int)message.Number("discharge place"),
            (outputs & 1) != 0,
            (outputs & 2) != 0,
            (outputs & 4) != 0,
            (outputs & 8) != 0,
            (outputs & 16) != 0,
            (ContactorState)message.Number("state"));
    }
}
