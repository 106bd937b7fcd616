namespace Bms.Core.Limits;

/// <summary>The strictest limit so far in each direction, with its reason and its cell or clamp. Rates are multiples of 1C.</summary>
public sealed class LimitSet
{
    /// <summary>Charge limit, C, 0 or above.</summary>
    public int Charge_Q24;

    /// <summary>Discharge limit, C, 0 or above.</summary>
    public int Discharge_Q24;

    /// <summary>What binds charge.</summary>
    public LimitReason ChargeReason;

    /// <summary>What binds discharge.</summary>
    public LimitReason DischargeReason;

    /// <summary>Cell or clamp that binds charge.</summary>
    public int ChargePlace;

    /// <summary>Cell or clamp that binds discharge.</summary>
    public int DischargePlace;

    /// <summary>Starts with no limit.</summary>
    public void Clear()
    {
        Charge_Q24 = int.MaxValue;
        Discharge_Q24 = int.MaxValue;
        ChargeReason = LimitReason.None;
        DischargeReason = LimitReason.None;
        ChargePlace = 0;
        DischargePlace = 0;
    }

    /// <summary>Takes a charge limit if it is stricter; below 0 counts as 0.</summary>
    public void LowerCharge(int limit_Q24, LimitReason reason, int place)
    {
        int limit = limit_Q24 < 0 ? 0 : limit_Q24;
        if (limit < Charge_Q24)
        {
            Charge_Q24 = limit;
            ChargeReason = reason;
            ChargePlace = place;
        }
    }

    /// <summary>Takes a discharge limit if it is stricter; below 0 counts as 0.</summary>
    public void LowerDischarge(int limit_Q24, LimitReason reason, int place)
    {
        int limit = limit_Q24 < 0 ? 0 : limit_Q24;
        if (limit < Discharge_Q24)
        {
            Discharge_Q24 = limit;
            DischargeReason = reason;
            DischargePlace = place;
        }
    }
}
