using Bms.Core.Cells;
using Bms.Core.Diagnostics;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core;

/// <summary>A number that stands for all that a manager was made of, was told at its start and has decided since.</summary>
public sealed class DecisionDigest
{
    /// <summary>The digest so far.</summary>
    public long Value;

    private readonly Readings _readings;
    private readonly Diagnosis _diagnosis;
    private readonly ContactorControl _contactors;

    /// <summary>Begins with what the manager is made of.</summary>
    public DecisionDigest(CellProfile profile, PackProfile pack, Settings settings, Readings readings, Diagnosis diagnosis, ContactorControl contactors)
    {
        _readings = readings;
        _diagnosis = diagnosis;
        _contactors = contactors;
        long digest = profile.Checksum;
        for (int k = 0; k < settings.Count; k++)
        {
            digest = (digest ^ settings.Value(k)) * Readings.DigestPrime;
        }

        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            digest = (digest ^ pack.ClampOfCell[cell] ^ (pack.SensorOfCell[cell] << 8)) * Readings.DigestPrime;
        }

        Value = digest;
    }

    /// <summary>Takes in what was remembered of a cell.</summary>
    public void AddRestored(RestoredState state, int cell)
    {
        Mix(state.StateOfCharge_Q30[cell], state.Contact_Q30[cell]);
        Mix(state.Filament_Q30[cell], state.Deviation_ppm[cell]);
        Mix(state.OhmicScale_Q20[cell], state.ReactionScale_Q20[cell]);
        Mix(state.ResistanceDeviation_ppm[cell], state.Age_s);
        Mix(state.CapacityScale_Q20[cell], state.CapacityDeviation_ppm[cell]);
        Mix(state.ClampPressure_Pa[cell], state.CoreTemperature_mK[cell]);
        Mix(state.InterphaseSquare_Q20[cell], 0);
        Mix(state.CalendarSquare_Q60[cell], 0);
        Mix(state.CycleFade_Q60[cell], 0);
        Mix(state.Stripped_Q24[cell], 0);
    }

    /// <summary>Takes in when it started with what was remembered.</summary>
    public void AddStart(long time_ms)
    {
        Mix(time_ms, 0);
    }

    /// <summary>Takes in a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="hasHorizons">Whether the limits of all horizons have just been found.</param>
    public void Add(Decision decision, bool hasHorizons)
    {
        long digest = Value;
        digest = (digest ^ decision.LimitCharge_uA ^ ((long)decision.LimitDischarge_uA << 32)) * Readings.DigestPrime;
        digest = (digest ^ _readings.Charge_uAms) * Readings.DigestPrime;
        int commands = (int)_contactors.State | (decision.HeaterOn ? 8 : 0);
        digest = (digest ^ commands ^ ((int)decision.ChargeReason << 8) ^ ((int)decision.DischargeReason << 16) ^ ((long)_diagnosis.ActiveBits << 32)) * Readings.DigestPrime;
        digest = (digest ^ decision.ChargePlace ^ (decision.DischargePlace << 8)) * Readings.DigestPrime;
        if (hasHorizons)
        {
            HorizonLimits[] horizons = decision.Horizons;
            for (int k = 0; k < horizons.Length; k++)
            {
                digest = (digest ^ horizons[k].ChargeShift_uA ^ ((long)horizons[k].DischargeShift_uA << 32)) * Readings.DigestPrime;
            }
        }

        Value = digest;
    }

    private void Mix(long low, int high)
    {
        Value = (Value ^ low ^ ((long)high << 32)) * Readings.DigestPrime;
    }
}
