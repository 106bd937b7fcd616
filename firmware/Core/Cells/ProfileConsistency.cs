namespace Bms.Core.Cells;

/// <summary>What must hold between the fields of a profile for the models to stay inside their tables and windows.</summary>
public static class ProfileConsistency
{
    /// <summary>Number of the first field that contradicts another; 0 when all agree.</summary>
    public static int FirstContradiction(ProfileImage image)
    {
        int nodes = image.Values(ProfileField.Stoichiometry).Length;
        if (image.Values(ProfileField.OpenCircuit).Length != nodes)
        {
            return ProfileField.OpenCircuit;
        }

        if (image.Values(ProfileField.Entropic).Length != nodes)
        {
            return ProfileField.Entropic;
        }

        if (image.Values(ProfileField.KineticShape).Length != nodes)
        {
            return ProfileField.KineticShape;
        }

        // a stoichiometry is searched between the first nodes of its part and of the next: they must enclose it
        int[] stoichiometry_Q30 = image.Values(ProfileField.Stoichiometry);
        int[] index = image.Values(ProfileField.StoichiometryIndex);
        for (int k = 0; k < index.Length; k++)
        {
            if (index[k] > nodes - 2 || (index[k] > 0 && stoichiometry_Q30[index[k]] > k << Grid.IndexShift)
                || (index[k] < nodes - 2 && stoichiometry_Q30[index[k] + 1] < k << Grid.IndexShift))
            {
                return ProfileField.StoichiometryIndex;
            }
        }

        long sum = 0;
        int[] fraction = image.Values(ProfileField.VolumeFraction);
        for (int k = 0; k < fraction.Length; k++)
        {
            sum += fraction[k];
        }

        if (sum != 1L << 30)
        {
            return ProfileField.VolumeFraction;
        }

        long window = Wide(image, ProfileField.WindowCharge);
        if (window < 1000000)
        {
            return ProfileField.WindowCharge;
        }

        // the diffusion model counts in whole parts of at most 2^-49 of the sites
        long sites = Wide(image, ProfileField.SiteCharge);
        if (sites <= window || sites >= 1L << 50)
        {
            return ProfileField.SiteCharge;
        }

        int contradiction = Order(image, ProfileField.StoichiometryFull, ProfileField.StoichiometryEmpty);
        contradiction = contradiction != 0 ? contradiction : Order(image, ProfileField.VoltageMinimumHard, ProfileField.VoltageMinimum);
        contradiction = contradiction != 0 ? contradiction : Order(image, ProfileField.VoltageMinimum, ProfileField.VoltageMaximum);
        contradiction = contradiction != 0 ? contradiction : Order(image, ProfileField.VoltageMaximum, ProfileField.VoltageMaximumHard);
        contradiction = contradiction != 0 ? contradiction : Order(image, ProfileField.TemperatureMinimum, ProfileField.TemperatureMaximum);
        contradiction = contradiction != 0 ? contradiction : Order(image, ProfileField.DutyTemperatureMinimum, ProfileField.DutyTemperatureMaximum);
        return contradiction != 0 ? contradiction : Order(image, ProfileField.PressureMinimumHard, ProfileField.PressureMaximumHard);
    }

    /// <summary>A value of two words, high word first.</summary>
    public static long Wide(ProfileImage image, int field)
    {
        int[] words = image.Values(field);
        return ((long)words[0] << 32) | (uint)words[1];
    }

    private static int Order(ProfileImage image, int lower, int upper)
    {
        return image.Values(lower)[0] < image.Values(upper)[0] ? 0 : upper;
    }
}
