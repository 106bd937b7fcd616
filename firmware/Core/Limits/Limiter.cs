namespace Bms.Core.Limits;

/// <summary>
/// One physical reason that bounds the pack current. Its answer stands in its fields until it is renewed; rates are
/// multiples of 1C, 0 or above, <see cref="int.MaxValue"/> where this reason sets no bound.
/// </summary>
public abstract class Limiter
{
    /// <summary>Highest charge rate.</summary>
    public int Charge_Q24 = int.MaxValue;

    /// <summary>Highest discharge rate.</summary>
    public int Discharge_Q24 = int.MaxValue;

    /// <summary>Cell or clamp that bounds charge.</summary>
    public int ChargePlace;

    /// <summary>Cell or clamp that bounds discharge.</summary>
    public int DischargePlace;

    /// <summary>The reason in both directions.</summary>
    public LimitReason Reason;

    /// <summary>Makes a limiter with a reason and no bound.</summary>
    protected Limiter(LimitReason reason)
    {
        Reason = reason;
    }

    /// <summary>The slow part, once a second: what follows from the states of the cells. Nothing where these do not matter.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>The fast part, several times a second: what follows from the newest readings. Nothing where these do not matter.</summary>
    public virtual void Renew()
    {
    }

    /// <summary>What is left of the whole over the last stretch before an edge.</summary>
    /// <param name="distance">Distance from the edge.</param>
    /// <param name="width">The stretch; below 1 there is none.</param>
    /// <returns>0 at the edge and beyond, 65536 a stretch or more before it; rounds down.</returns>
    protected static int Fade_Q16(long distance, long width)
    {
        if (distance <= 0)
        {
            return 0;
        }

        return distance >= width || width < 1 ? 65536 : (int)((distance << 16) / width);
    }

    /// <summary>Bounds both directions to a share of the rated currents, at one place; a whole share is no bound.</summary>
    protected void Share(int share_Q16, int ratedCharge_Q24, int ratedDischarge_Q24, int place)
    {
        if (share_Q16 >= 65536)
        {
            Charge_Q24 = int.MaxValue;
            Discharge_Q24 = int.MaxValue;
            return;
        }

        Charge_Q24 = (int)(((long)ratedCharge_Q24 * share_Q16) >> 16);
        Discharge_Q24 = (int)(((long)ratedDischarge_Q24 * share_Q16) >> 16);
        ChargePlace = place;
        DischargePlace = place;
    }
}
