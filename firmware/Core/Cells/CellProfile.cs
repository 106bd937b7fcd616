namespace Bms.Core.Cells;

/// <summary>Constants of one cell design, taken from a checked profile image. Units and scales: see <see cref="ProfileTable"/>.</summary>
public sealed class CellProfile
{
    /// <summary>CRC-32 of the image this profile came from.</summary>
    public readonly int Checksum;

    /// <summary>1C current, µA.</summary>
    public readonly int OneC_uA;

    /// <summary>Charge between empty and full, µA ms.</summary>
    public readonly long WindowCharge_uAms;

    /// <summary>Charge of all lithium sites, µA ms.</summary>
    public readonly long SiteCharge_uAms;

    /// <summary>Stoichiometry when full.</summary>
    public readonly int StoichiometryFull_Q30;

    /// <summary>Stoichiometry when empty.</summary>
    public readonly int StoichiometryEmpty_Q30;

    /// <summary>Reference temperature of the factors, mK.</summary>
    public readonly int ReferenceTemperature_mK;

    /// <summary>Share of sites per volume, inner first.</summary>
    public readonly int[] VolumeFraction_Q30;

    /// <summary>Geometric conductance between neighbouring volumes.</summary>
    public readonly int[] FaceConductance_Q16;

    /// <summary>Share of the surface flux that enters the first volume (collector face of a film).</summary>
    public readonly int InnerFluxShare_Q30;

    /// <summary>Distance factor from the outermost volume to the surface.</summary>
    public readonly int SurfaceDistance_Q30;

    /// <summary>Diffusivity over length squared, 1/s, over stoichiometry.</summary>
    public readonly int[] Diffusivity_Q33;

    /// <summary>Temperature factor of diffusion.</summary>
    public readonly int[] DiffusionTemperature_Q20;

    /// <summary>Surface shift over the horizon per C, over stoichiometry.</summary>
    public readonly int[] HorizonResponse_Q30;

    /// <summary>Temperature factor of that shift.</summary>
    public readonly int[] HorizonTemperature_Q16;

    /// <summary>Nodes of the open-circuit tables.</summary>
    public readonly int[] Stoichiometry_Q30;

    /// <summary>Open-circuit potential, µV, at the nodes.</summary>
    public readonly int[] OpenCircuit_uV;

    /// <summary>Entropic coefficient, µV/mK, at the nodes.</summary>
    public readonly int[] Entropic_Q20;

    /// <summary>Kinetic shape at the nodes.</summary>
    public readonly int[] KineticShape_Q16;

    /// <summary>First node of each of 1024 equal parts of the stoichiometry.</summary>
    public readonly byte[] StoichiometryIndex;

    /// <summary>Drive z of the positive interface per C.</summary>
    public readonly int[] PositiveDrive_Q16;

    /// <summary>Drive z of the lithium interface per C at full contact.</summary>
    public readonly int[] NegativeDrive_Q16;

    /// <summary>Ohmic drop per C that does not depend on contact, µV.</summary>
    public readonly int[] OhmicDrop_Q8;

    /// <summary>Contact drop per C at the reference pressure, µV.</summary>
    public readonly int[] ContactDrop_Q8;

    /// <summary>Contact factor over pressure on first loading.</summary>
    public readonly int[] ContactLoading_Q16;

    /// <summary>Contact factor over pressure when unloading.</summary>
    public readonly int[] ContactUnloading_Q16;

    /// <summary>Highest contact factor.</summary>
    public readonly int ContactCap_Q16;

    /// <summary>Highest pressure seen when new, Pa.</summary>
    public readonly int FormationPressure_Pa;

    /// <summary>Stripping limit over pressure, C, at the reference temperature.</summary>
    public readonly int[] StrippingPressure_Q24;

    /// <summary>Its temperature factor.</summary>
    public readonly int[] StrippingTemperature_Q16;

    /// <summary>Its ceiling, C.</summary>
    public readonly int StrippingCeiling_Q24;

    /// <summary>Plating limit over pressure, C, at the reference temperature.</summary>
    public readonly int[] PlatingPressure_Q24;

    /// <summary>Its temperature factor.</summary>
    public readonly int[] PlatingTemperature_Q16;

    /// <summary>Its ceiling, C.</summary>
    public readonly int PlatingCeiling_Q24;

    /// <summary>Decay of the plating limit with the contact drop, C/µV: it keeps the share exp(-drop decay); 0 for no decay.</summary>
    public readonly int PlatingDecay_Q44;

    /// <summary>Temperature factor of the stripping limit that can be relied on: less than its own as far as its activation energy is in doubt.</summary>
    public readonly int[] StrippingReliance_Q16;

    /// <summary>Ceiling of the stripping limit that can be relied on, C.</summary>
    public readonly int StrippingReliableCeiling_Q24;

    /// <summary>Temperature factor of the plating limit that can be relied on.</summary>
    public readonly int[] PlatingReliance_Q16;

    /// <summary>Ceiling of the plating limit that can be relied on, C.</summary>
    public readonly int PlatingReliableCeiling_Q24;

    /// <summary>Standard deviation of the critical currents between cells, ppm.</summary>
    public readonly int CriticalCurrentSpread_ppm;

    /// <summary>Contact lost per second and C beyond the stripping limit.</summary>
    public readonly int ContactLoss_Q30;

    /// <summary>Healing rate over pressure, 1/s.</summary>
    public readonly int[] ContactHealing_Q36;

    /// <summary>Temperature factor of healing.</summary>
    public readonly int[] CreepTemperature_Q16;

    /// <summary>Lowest contact factor.</summary>
    public readonly int ContactMinimum_Q30;

    /// <summary>Contact factor when new.</summary>
    public readonly int ContactInitial_Q30;

    /// <summary>Filament growth per second and C beyond the plating limit.</summary>
    public readonly int FilamentGrowth_Q30;

    /// <summary>Mechanical growth over pressure, 1/s.</summary>
    public readonly int[] FilamentMechanical_Q40;

    /// <summary>Healing of the index over temperature, 1/s.</summary>
    public readonly int[] FilamentHealing_Q40;

    /// <summary>Rate of full mechanical growth, C.</summary>
    public readonly int FilamentFullRate_Q24;

    /// <summary>Temperature factor of mechanical growth.</summary>
    public readonly int[] FilamentTemperature_Q16;

    /// <summary>Heat capacity of the core, µJ/K.</summary>
    public readonly int CoreCapacity_uJ;

    /// <summary>Heat capacity of the surface, µJ/K.</summary>
    public readonly int SurfaceCapacity_uJ;

    /// <summary>Conductance core to surface, µW/K.</summary>
    public readonly int CoreToSurface_uW;

    /// <summary>Conductance surface to ambient, µW/K.</summary>
    public readonly int SurfaceToAmbient_uW;

    /// <summary>Heater power a cell, µW.</summary>
    public readonly int HeaterPower_uW;

    /// <summary>Swelling pressure over stoichiometry, Pa, relative to the set state.</summary>
    public readonly int[] SwellPressure_Pa;

    /// <summary>Thermal pressure, Pa/K.</summary>
    public readonly int ThermalPressure_Q8;

    /// <summary>Working voltage window, µV.</summary>
    public readonly int VoltageMinimum_uV;

    /// <inheritdoc cref="VoltageMinimum_uV"/>
    public readonly int VoltageMaximum_uV;

    /// <summary>Fault thresholds of voltage, µV.</summary>
    public readonly int VoltageMinimumHard_uV;

    /// <inheritdoc cref="VoltageMinimumHard_uV"/>
    public readonly int VoltageMaximumHard_uV;

    /// <summary>Core temperature window, mK.</summary>
    public readonly int TemperatureMinimum_mK;

    /// <inheritdoc cref="TemperatureMinimum_mK"/>
    public readonly int TemperatureMaximum_mK;

    /// <summary>Duty temperature window, mK.</summary>
    public readonly int DutyTemperatureMinimum_mK;

    /// <inheritdoc cref="DutyTemperatureMinimum_mK"/>
    public readonly int DutyTemperatureMaximum_mK;

    /// <summary>Stack pressure below which current is reduced, Pa.</summary>
    public readonly int PressureMinimum_Pa;

    /// <summary>Stack pressure below which no current flows, Pa.</summary>
    public readonly int PressureMinimumHard_Pa;

    /// <summary>Stack pressure above which current is reduced, Pa, over temperature.</summary>
    public readonly int[] PressureMaximum_Pa;

    /// <summary>Stack pressure above which no current flows, Pa.</summary>
    public readonly int PressureMaximumHard_Pa;

    /// <summary>Rated discharge, C.</summary>
    public readonly int DischargeRateMaximum_Q24;

    /// <summary>Rated charge, C.</summary>
    public readonly int ChargeRateMaximum_Q24;

    /// <summary>Rated current of the fuse, µA.</summary>
    public readonly int FuseRatedCurrent_uA;

    /// <summary>Melting integral of the fuse: of the squared rate less the squared rated one, while above, C² ms.</summary>
    public readonly int FuseMelting;

    /// <summary>log2 of what the interphase's square gains in a millisecond at 0 V and 1/T = 0, (2^-10 µV/C)².</summary>
    public readonly int InterphaseGrowth_Q16;

    /// <summary>Its activation: that logarithm falls by this over T, K.</summary>
    public readonly int InterphaseActivation_Q8;

    /// <summary>Its voltage sensitivity: that logarithm rises by this for a volt.</summary>
    public readonly int InterphaseVoltage_Q16;

    /// <summary>Current sensitivity of the interphase's growth, per C.</summary>
    public readonly int InterphaseCurrent_Q16;

    /// <summary>Activation of the interphase's resistance: its log2 rises by this over T, K.</summary>
    public readonly int InterphaseConduction_Q8;

    /// <summary>log2 of what the square of calendar fade gains in a millisecond at 0 V and 1/T = 0, 2^-60.</summary>
    public readonly int CalendarFade_Q16;

    /// <summary>Its activation, as of the interphase, K.</summary>
    public readonly int CalendarActivation_Q8;

    /// <summary>Its voltage sensitivity, as of the interphase.</summary>
    public readonly int CalendarVoltage_Q16;

    /// <summary>Cycle fade per millisecond at 1C.</summary>
    public readonly int CycleFade_Q60;

    /// <summary>Extra cycle fade per stoichiometry below <see cref="CycleStrain_Q30"/>.</summary>
    public readonly int CycleDepth_Q16;

    /// <summary>Stoichiometry below which lattice strain grows.</summary>
    public readonly int CycleStrain_Q30;

    /// <summary>Extra cycle fade per C above 1C.</summary>
    public readonly int CycleRate_Q16;

    /// <summary>Conductance through which the cell discharges itself, S.</summary>
    public readonly int Leakage_Q40;

    /// <summary>Takes the fields of a sound image.</summary>
    /// <param name="image">An image whose <see cref="ProfileImage.Error"/> is none; others must not be used.</param>
    public CellProfile(ProfileImage image)
    {
        Checksum = image.Checksum;
        OneC_uA = image.Value(ProfileField.OneC);
        WindowCharge_uAms = ProfileConsistency.Wide(image, ProfileField.WindowCharge);
        SiteCharge_uAms = ProfileConsistency.Wide(image, ProfileField.SiteCharge);
        StoichiometryFull_Q30 = image.Value(ProfileField.StoichiometryFull);
        StoichiometryEmpty_Q30 = image.Value(ProfileField.StoichiometryEmpty);
        ReferenceTemperature_mK = image.Value(ProfileField.ReferenceTemperature);
        VolumeFraction_Q30 = image.Values(ProfileField.VolumeFraction);
        FaceConductance_Q16 = image.Values(ProfileField.FaceConductance);
        InnerFluxShare_Q30 = image.Value(ProfileField.InnerFluxShare);
        SurfaceDistance_Q30 = image.Value(ProfileField.SurfaceDistance);
        Diffusivity_Q33 = image.Values(ProfileField.Diffusivity);
        DiffusionTemperature_Q20 = image.Values(ProfileField.DiffusionTemperature);
        HorizonResponse_Q30 = image.Values(ProfileField.HorizonResponse);
        HorizonTemperature_Q16 = image.Values(ProfileField.HorizonTemperature);
        Stoichiometry_Q30 = image.Values(ProfileField.Stoichiometry);
        OpenCircuit_uV = image.Values(ProfileField.OpenCircuit);
        Entropic_Q20 = image.Values(ProfileField.Entropic);
        KineticShape_Q16 = image.Values(ProfileField.KineticShape);
        PositiveDrive_Q16 = image.Values(ProfileField.PositiveDrive);
        NegativeDrive_Q16 = image.Values(ProfileField.NegativeDrive);
        OhmicDrop_Q8 = image.Values(ProfileField.OhmicDrop);
        ContactDrop_Q8 = image.Values(ProfileField.ContactDrop);
        ContactLoading_Q16 = image.Values(ProfileField.ContactLoading);
        ContactUnloading_Q16 = image.Values(ProfileField.ContactUnloading);
        ContactCap_Q16 = image.Value(ProfileField.ContactCap);
        FormationPressure_Pa = image.Value(ProfileField.FormationPressure);
        StrippingPressure_Q24 = image.Values(ProfileField.StrippingPressure);
        StrippingTemperature_Q16 = image.Values(ProfileField.StrippingTemperature);
        StrippingCeiling_Q24 = image.Value(ProfileField.StrippingCeiling);
        PlatingPressure_Q24 = image.Values(ProfileField.PlatingPressure);
        PlatingTemperature_Q16 = image.Values(ProfileField.PlatingTemperature);
        PlatingCeiling_Q24 = image.Value(ProfileField.PlatingCeiling);
        PlatingDecay_Q44 = image.Value(ProfileField.PlatingDecay);
        CriticalCurrentSpread_ppm = image.Value(ProfileField.CriticalCurrentSpread);
        StrippingReliance_Q16 = image.Values(ProfileField.StrippingReliance);
        StrippingReliableCeiling_Q24 = image.Value(ProfileField.StrippingReliableCeiling);
        PlatingReliance_Q16 = image.Values(ProfileField.PlatingReliance);
        PlatingReliableCeiling_Q24 = image.Value(ProfileField.PlatingReliableCeiling);
        ContactLoss_Q30 = image.Value(ProfileField.ContactLoss);
        ContactHealing_Q36 = image.Values(ProfileField.ContactHealing);
        CreepTemperature_Q16 = image.Values(ProfileField.CreepTemperature);
        ContactMinimum_Q30 = image.Value(ProfileField.ContactMinimum);
        ContactInitial_Q30 = image.Value(ProfileField.ContactInitial);
        FilamentGrowth_Q30 = image.Value(ProfileField.FilamentGrowth);
        FilamentMechanical_Q40 = image.Values(ProfileField.FilamentMechanical);
        FilamentHealing_Q40 = image.Values(ProfileField.FilamentHealing);
        FilamentFullRate_Q24 = image.Value(ProfileField.FilamentFullRate);
        FilamentTemperature_Q16 = image.Values(ProfileField.FilamentTemperature);
        CoreCapacity_uJ = image.Value(ProfileField.CoreCapacity);
        SurfaceCapacity_uJ = image.Value(ProfileField.SurfaceCapacity);
        CoreToSurface_uW = image.Value(ProfileField.CoreToSurface);
        SurfaceToAmbient_uW = image.Value(ProfileField.SurfaceToAmbient);
        HeaterPower_uW = image.Value(ProfileField.HeaterPower);
        SwellPressure_Pa = image.Values(ProfileField.SwellPressure);
        ThermalPressure_Q8 = image.Value(ProfileField.ThermalPressure);
        VoltageMinimum_uV = image.Value(ProfileField.VoltageMinimum);
        VoltageMaximum_uV = image.Value(ProfileField.VoltageMaximum);
        VoltageMinimumHard_uV = image.Value(ProfileField.VoltageMinimumHard);
        VoltageMaximumHard_uV = image.Value(ProfileField.VoltageMaximumHard);
        TemperatureMinimum_mK = image.Value(ProfileField.TemperatureMinimum);
        TemperatureMaximum_mK = image.Value(ProfileField.TemperatureMaximum);
        DutyTemperatureMinimum_mK = image.Value(ProfileField.DutyTemperatureMinimum);
        DutyTemperatureMaximum_mK = image.Value(ProfileField.DutyTemperatureMaximum);
        PressureMinimum_Pa = image.Value(ProfileField.PressureMinimum);
        PressureMinimumHard_Pa = image.Value(ProfileField.PressureMinimumHard);
        PressureMaximum_Pa = image.Values(ProfileField.PressureMaximum);
        PressureMaximumHard_Pa = image.Value(ProfileField.PressureMaximumHard);
        DischargeRateMaximum_Q24 = image.Value(ProfileField.DischargeRateMaximum);
        ChargeRateMaximum_Q24 = image.Value(ProfileField.ChargeRateMaximum);
        FuseRatedCurrent_uA = image.Value(ProfileField.FuseRatedCurrent);
        InterphaseGrowth_Q16 = image.Value(ProfileField.InterphaseGrowth);
        InterphaseActivation_Q8 = image.Value(ProfileField.InterphaseActivation);
        InterphaseVoltage_Q16 = image.Value(ProfileField.InterphaseVoltage);
        InterphaseCurrent_Q16 = image.Value(ProfileField.InterphaseCurrent);
        InterphaseConduction_Q8 = image.Value(ProfileField.InterphaseConduction);
        CalendarFade_Q16 = image.Value(ProfileField.CalendarFade);
        CalendarActivation_Q8 = image.Value(ProfileField.CalendarActivation);
        CalendarVoltage_Q16 = image.Value(ProfileField.CalendarVoltage);
        CycleFade_Q60 = image.Value(ProfileField.CycleFade);
        CycleDepth_Q16 = image.Value(ProfileField.CycleDepth);
        CycleStrain_Q30 = image.Value(ProfileField.CycleStrain);
        CycleRate_Q16 = image.Value(ProfileField.CycleRate);
        FuseMelting = image.Value(ProfileField.FuseMelting);
        Leakage_Q40 = image.Value(ProfileField.Leakage);

        int[] index = image.Values(ProfileField.StoichiometryIndex);
        StoichiometryIndex = new byte[index.Length];
        for (int part = 0; part < index.Length; part++)
        {
            StoichiometryIndex[part] = (byte)index[part];
        }
    }
}
