using Bms.Core.Limits;

namespace Bms.Core;

/// <summary>What one step decides.</summary>
public sealed class Decision
{
    /// <summary>Highest charge current, µA, 0 or above.</summary>
    public int LimitCharge_uA;

    /// <summary>Highest discharge current, µA, 0 or above.</summary>
    public int LimitDischarge_uA;

    /// <summary>What binds the charge limit.</summary>
    public LimitReason ChargeReason;

    /// <summary>What binds the discharge limit.</summary>
    public LimitReason DischargeReason;

    /// <summary>Cell or clamp that binds the charge limit.</summary>
    public int ChargePlace;

    /// <summary>Cell or clamp that binds the discharge limit.</summary>
    public int DischargePlace;

    /// <summary>Charge limit less the present charge current, µA.</summary>
    public int ChargeMargin_uA;

    /// <summary>Discharge limit less the present discharge current, µA.</summary>
    public int DischargeMargin_uA;

    /// <summary>What would bind charge if that which does were not.</summary>
    public LimitReason ChargeRunnerUp;

    /// <summary>What would bind discharge if that which does were not.</summary>
    public LimitReason DischargeRunnerUp;

    /// <summary>Charge limit that it would set, µA.</summary>
    public int ChargeRunnerUp_uA;

    /// <summary>Discharge limit that it would set, µA.</summary>
    public int DischargeRunnerUp_uA;

    /// <summary>What may flow for each of the times of <see cref="LimitHorizon"/>, by its index.</summary>
    public readonly HorizonLimits[] Horizons = new HorizonLimits[LimitHorizon.Count];

    /// <summary>What warmth, pressure and rest would give, and which of them is asked for.</summary>
    public readonly LimitRequests Requests = new LimitRequests();

    /// <summary>Whether the negative contactor is to be closed.</summary>
    public bool CloseNegative;

    /// <summary>Whether the precharge relay is to be closed.</summary>
    public bool ClosePrecharge;

    /// <summary>Whether the positive contactor is to be closed.</summary>
    public bool ClosePositive;

    /// <summary>Whether the heater is to run.</summary>
    public bool HeaterOn;

    /// <summary>Whether the load is warned that the contactors will open.</summary>
    public bool Warning;

    /// <summary>Makes a decision that allows nothing.</summary>
    public Decision()
    {
        for (int horizon = 0; horizon < LimitHorizon.Count; horizon++)
        {
            Horizons[horizon] = new HorizonLimits();
        }
    }
}
