namespace Bms.Core.Limits;

/// <summary>What the limits would gain from a warmer cell, a tighter clamp or a rest, and what is asked for; renewed every four seconds, gains every eight.</summary>
public sealed class LimitRequests
{
    /// <summary>The warmth that gains are told for, mK.</summary>
    public const int Warmer_mK = 5000;

    /// <summary>The pressure that gains are told for, Pa.</summary>
    public const int Tighter_Pa = 500000;

    /// <summary>What the charge limit would gain were the cells warmer by 5 K, µA, 0 or above.</summary>
    public int ChargeByWarmth_uA;

    /// <summary>What the discharge limit would gain were the cells warmer by 5 K, µA, 0 or above.</summary>
    public int DischargeByWarmth_uA;

    /// <summary>What the charge limit would gain from 0.5 MPa more stack pressure, µA, 0 or above.</summary>
    public int ChargeByPressure_uA;

    /// <summary>What the discharge limit would gain from 0.5 MPa more stack pressure, µA, 0 or above.</summary>
    public int DischargeByPressure_uA;

    /// <summary>By how much the heater is asked to warm the cells, mK: 5 K or nothing.</summary>
    public int Warmth_mK;

    /// <summary>By how much the pressure actuator is asked to tighten the clamps, Pa: 0.5 MPa or nothing.</summary>
    public int Pressure_Pa;

    /// <summary>Rest without discharge that is asked for so that voids heal, s.</summary>
    public int Rest_s;

    /// <summary>Open-circuit voltage up to which the cells should be stored at their present temperature, µV; <see cref="int.MaxValue"/> for any.</summary>
    public int StorageCeiling_uV = int.MaxValue;
}
