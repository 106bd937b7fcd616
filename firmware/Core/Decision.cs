using Bms.Core.FixedPoint;
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

    /// <summary>What differs for each of the times of <see cref="LimitHorizon"/>, by its index.</summary>
    public readonly HorizonLimits[] Horizons = new HorizonLimits[LimitHorizon.Count];

    /// <summary>Pack voltage that charge at least meets, µV.</summary>
    public long Charging_uV;

    /// <summary>Pack voltage that would be there without current, µV, at most.</summary>
    public long Unloaded_uV;

    /// <summary>What discharge takes from it over ten seconds, µΩ.</summary>
    public long Resistance_uOhm;

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

    /// <summary>Highest charge current for a horizon, µA, 0 or above.</summary>
    /// <param name="horizon">Index, see <see cref="LimitHorizon"/>.</param>
    public int Charge_uA(int horizon)
    {
        return Shifted_uA(LimitCharge_uA, Horizons[horizon].ChargeShift_uA);
    }

    /// <summary>Highest discharge current for a horizon, µA, 0 or above.</summary>
    /// <param name="horizon">Index, see <see cref="LimitHorizon"/>.</param>
    public int Discharge_uA(int horizon)
    {
        return Shifted_uA(LimitDischarge_uA, Horizons[horizon].DischargeShift_uA);
    }

    /// <summary>Highest charge power at the terminals for a horizon, µW: a load that keeps to it keeps to the current too.</summary>
    /// <param name="horizon">Index, see <see cref="LimitHorizon"/>.</param>
    public long Charge_uW(int horizon)
    {
        return Charge_uA(horizon) * (Charging_uV / 1000) / 1000;
    }

    /// <summary>Highest discharge power at the terminals for a horizon, µW, likewise: at the voltage that the current itself leaves.</summary>
    /// <param name="horizon">Index, see <see cref="LimitHorizon"/>.</param>
    public long Discharge_uW(int horizon)
    {
        long current_uA = Discharge_uA(horizon);
        long loaded_mV = (Unloaded_uV - (Resistance_uOhm * (current_uA / 1000) / 1000)) / 1000;
        return loaded_mV < 0 ? 0 : current_uA * loaded_mV / 1000;
    }

    private static int Shifted_uA(int limit_uA, int shift_uA)
    {
        if (limit_uA == 0 || limit_uA + (long)shift_uA < 0)
        {
            return 0;
        }

        return Saturating.Add(limit_uA, shift_uA);
    }
}
