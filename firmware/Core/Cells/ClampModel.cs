using Bms.Core.FixedPoint;

namespace Bms.Core.Cells;

/// <summary>
/// What the pressure of every clamp means for its cells: pressure factors of contact resistance, critical currents,
/// healing and filament growth; the highest pressure seen; and the pressure that swelling predicts.
/// </summary>
public sealed class ClampModel
{
    /// <summary>Mean measured pressure the factors were taken at, Pa.</summary>
    public readonly int[] Pressure_Pa;

    /// <summary>Highest pressure seen, Pa.</summary>
    public readonly int[] HighestPressure_Pa;

    /// <summary>Pressure predicted from plating, contraction and temperature, slowly anchored to the measured one, Pa.</summary>
    public readonly int[] Predicted_Pa;

    /// <summary>Largest distance of a clamp's measured from its predicted pressure, Pa.</summary>
    public int Surprise_Pa;

    /// <summary>Pressure factor of contact resistance.</summary>
    public readonly int[] ContactFactor_Q16;

    /// <summary>Stripping limit at the reference temperature and full contact, C.</summary>
    public readonly int[] Stripping_Q24;

    /// <summary>Plating limit at the reference temperature and full contact, C.</summary>
    public readonly int[] Plating_Q24;

    /// <summary>Healing rate at the reference temperature of creep, 1/s.</summary>
    public readonly int[] Healing_Q36;

    /// <summary>Mechanical filament growth at the reference temperature, 1/s.</summary>
    public readonly int[] Mechanical_Q40;

    private readonly CellProfile _profile;
    private readonly PackProfile _pack;
    private readonly CellStates _states;
    private readonly long[] _sum;
    private readonly int[] _swell_Pa;

    /// <summary>Makes the model of all clamps of <paramref name="pack"/>.</summary>
    public ClampModel(CellProfile profile, PackProfile pack, CellStates states)
    {
        _profile = profile;
        _pack = pack;
        _states = states;
        int count = pack.ClampCount;
        Pressure_Pa = new int[count];
        HighestPressure_Pa = new int[count];
        Predicted_Pa = new int[count];
        ContactFactor_Q16 = new int[count];
        Stripping_Q24 = new int[count];
        Plating_Q24 = new int[count];
        Healing_Q36 = new int[count];
        Mechanical_Q40 = new int[count];
        _sum = new long[count];
        _swell_Pa = new int[count];
        for (int clamp = 0; clamp < count; clamp++)
        {
            HighestPressure_Pa[clamp] = profile.FormationPressure_Pa;
            Update(clamp, profile.PressureMinimum_Pa);
        }
    }

    /// <summary>Takes a clamp's measured pressure and renews the factors that follow from it.</summary>
    public void Update(int clamp, int pressure_Pa)
    {
        CellProfile profile = _profile;
        int position = Grid.PressurePosition(pressure_Pa);
        Pressure_Pa[clamp] = pressure_Pa;
        if (position > HighestPressure_Pa[clamp])
        {
            HighestPressure_Pa[clamp] = position;
        }

        int highest = Grid.PressurePosition(HighestPressure_Pa[clamp]);
        long loading = Grid.AtPressure(profile.ContactLoading_Q16, highest);
        long unloadingHere = Grid.AtPressure(profile.ContactUnloading_Q16, position);
        long unloadingHighest = Grid.AtPressure(profile.ContactUnloading_Q16, highest);
        unloadingHighest = unloadingHighest < 1 ? 1 : unloadingHighest;
        long factor = loading * unloadingHere / unloadingHighest;
        ContactFactor_Q16[clamp] = factor > profile.ContactCap_Q16 ? profile.ContactCap_Q16 : (int)factor;
        Stripping_Q24[clamp] = Grid.AtPressure(profile.StrippingPressure_Q24, position);
        Plating_Q24[clamp] = Grid.AtPressure(profile.PlatingPressure_Q24, position);
        Healing_Q36[clamp] = Grid.AtPressure(profile.ContactHealing_Q36, position);
        Mechanical_Q40[clamp] = Grid.AtPressure(profile.FilamentMechanical_Q40, position);
    }

    /// <summary>Predicts every clamp's pressure from the swelling of its cells since the step before.</summary>
    /// <remarks>A clamp of n cells has an n-th of the stiffness, so its pressure moves by the mean of what its cells ask for.</remarks>
    public void Predict()
    {
        int clamps = _pack.ClampCount;
        for (int clamp = 0; clamp < clamps; clamp++)
        {
            _sum[clamp] = 0;
        }

        int[] swell = _profile.SwellPressure_Pa;
        int[] clampOfCell = _pack.ClampOfCell;
        int[] stoichiometry_Q30 = _states.MeanStoichiometry_Q30;
        int[] temperature_mK = _states.CoreTemperature_mK;
        long[] sums = _sum;
        long perKelvin_Q8 = _profile.ThermalPressure_Q8;
        int reference_mK = _profile.ReferenceTemperature_mK;
        int count = stoichiometry_Q30.Length;
        for (int cell = 0; cell < count; cell++)
        {
            int x = stoichiometry_Q30[cell];
            if ((uint)x > Grid.StoichiometryLast)
            {
                x = x < 0 ? 0 : Grid.StoichiometryLast;
            }

            int node = x >> Grid.StoichiometryShift;
            long low_Pa = swell[node];
            sums[clampOfCell[cell]] += low_Pa + (((swell[node + 1] - low_Pa) * (x & Grid.StoichiometryMask)) >> Grid.StoichiometryShift)
                + ((perKelvin_Q8 * (temperature_mK[cell] - reference_mK) / 1000) >> 8);
        }

        int surprise_Pa = 0;
        for (int clamp = 0; clamp < clamps; clamp++)
        {
            int cells = _pack.CellsInClamp[clamp] < 1 ? 1 : _pack.CellsInClamp[clamp];
            int swell_Pa = Saturating.ToInt(_sum[clamp] / cells);
            int predicted = Predicted_Pa[clamp] == 0 ? Pressure_Pa[clamp] : Predicted_Pa[clamp] + swell_Pa - _swell_Pa[clamp];
            _swell_Pa[clamp] = swell_Pa;
            predicted += (Pressure_Pa[clamp] - predicted) >> 8;
            Predicted_Pa[clamp] = predicted;
            int distance_Pa = Pressure_Pa[clamp] - predicted;
            distance_Pa = distance_Pa < 0 ? -distance_Pa : distance_Pa;
            surprise_Pa = distance_Pa > surprise_Pa ? distance_Pa : surprise_Pa;
        }

        Surprise_Pa = surprise_Pa;
    }
}
