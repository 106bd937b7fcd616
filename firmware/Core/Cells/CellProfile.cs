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

    /// <summary>First node of each of 256 equal parts of the stoichiometry.</summary>
    public readonly int[] StoichiometryIndex;

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
        OneC_uA = image.Values(ProfileField.OneC)[0];
        WindowCharge_uAms = ProfileConsistency.Wide(image, ProfileField.WindowCharge);
        SiteCharge_uAms = ProfileConsistency.Wide(image, ProfileField.SiteCharge);
        StoichiometryFull_Q30 = image.Values(ProfileField.StoichiometryFull)[0];
        StoichiometryEmpty_Q30 = image.Values(ProfileField.StoichiometryEmpty)[0];
        ReferenceTemperature_mK = image.Values(ProfileField.ReferenceTemperature)[0];
        VolumeFraction_Q30 = image.Values(ProfileField.VolumeFraction);
        FaceConductance_Q16 = image.Values(ProfileField.FaceConductance);
        InnerFluxShare_Q30 = image.Values(ProfileField.InnerFluxShare)[0];
        SurfaceDistance_Q30 = image.Values(ProfileField.SurfaceDistance)[0];
        Diffusivity_Q33 = image.Values(ProfileField.Diffusivity);
        DiffusionTemperature_Q20 = image.Values(ProfileField.DiffusionTemperature);
        HorizonResponse_Q30 = image.Values(ProfileField.HorizonResponse);
        HorizonTemperature_Q16 = image.Values(ProfileField.HorizonTemperature);
        Stoichiometry_Q30 = image.Values(ProfileField.Stoichiometry);
        OpenCircuit_uV = image.Values(ProfileField.OpenCircuit);
        Entropic_Q20 = image.Values(ProfileField.Entropic);
        KineticShape_Q16 = image.Values(ProfileField.KineticShape);
        StoichiometryIndex = image.Values(ProfileField.StoichiometryIndex);
        PositiveDrive_Q16 = image.Values(ProfileField.PositiveDrive);
        NegativeDrive_Q16 = image.Values(ProfileField.NegativeDrive);
        OhmicDrop_Q8 = image.Values(ProfileField.OhmicDrop);
        ContactDrop_Q8 = image.Values(ProfileField.ContactDrop);
        ContactLoading_Q16 = image.Values(ProfileField.ContactLoading);
        ContactUnloading_Q16 = image.Values(ProfileField.ContactUnloading);
        ContactCap_Q16 = image.Values(ProfileField.ContactCap)[0];
        FormationPressure_Pa = image.Values(ProfileField.FormationPressure)[0];
        StrippingPressure_Q24 = image.Values(ProfileField.StrippingPressure);
        StrippingTemperature_Q16 = image.Values(ProfileField.StrippingTemperature);
        StrippingCeiling_Q24 = image.Values(ProfileField.StrippingCeiling)[0];
        PlatingPressure_Q24 = image.Values(ProfileField.PlatingPressure);
        PlatingTemperature_Q16 = image.Values(ProfileField.PlatingTemperature);
        PlatingCeiling_Q24 = image.Values(ProfileField.PlatingCeiling)[0];
        PlatingDecay_Q44 = image.Values(ProfileField.PlatingDecay)[0];
        CriticalCurrentSpread_ppm = image.Values(ProfileField.CriticalCurrentSpread)[0];
        StrippingReliance_Q16 = image.Values(ProfileField.StrippingReliance);
        StrippingReliableCeiling_Q24 = image.Values(ProfileField.StrippingReliableCeiling)[0];
        PlatingReliance_Q16 = image.Values(ProfileField.PlatingReliance);
        PlatingReliableCeiling_Q24 = image.Values(ProfileField.PlatingReliableCeiling)[0];
        ContactLoss_Q30 = image.Values(ProfileField.ContactLoss)[0];
        ContactHealing_Q36 = image.Values(ProfileField.ContactHealing);
        CreepTemperature_Q16 = image.Values(ProfileField.CreepTemperature);
        ContactMinimum_Q30 = image.Values(ProfileField.ContactMinimum)[0];
        ContactInitial_Q30 = image.Values(ProfileField.ContactInitial)[0];
        FilamentGrowth_Q30 = image.Values(ProfileField.FilamentGrowth)[0];
        FilamentMechanical_Q40 = image.Values(ProfileField.FilamentMechanical);
        FilamentHealing_Q40 = image.Values(ProfileField.FilamentHealing);
        FilamentFullRate_Q24 = image.Values(ProfileField.FilamentFullRate)[0];
        FilamentTemperature_Q16 = image.Values(ProfileField.FilamentTemperature);
        CoreCapacity_uJ = image.Values(ProfileField.CoreCapacity)[0];
        SurfaceCapacity_uJ = image.Values(ProfileField.SurfaceCapacity)[0];
        CoreToSurface_uW = image.Values(ProfileField.CoreToSurface)[0];
        SurfaceToAmbient_uW = image.Values(ProfileField.SurfaceToAmbient)[0];
        HeaterPower_uW = image.Values(ProfileField.HeaterPower)[0];
        SwellPressure_Pa = image.Values(ProfileField.SwellPressure);
        ThermalPressure_Q8 = image.Values(ProfileField.ThermalPressure)[0];
        VoltageMinimum_uV = image.Values(ProfileField.VoltageMinimum)[0];
        VoltageMaximum_uV = image.Values(ProfileField.VoltageMaximum)[0];
        VoltageMinimumHard_uV = image.Values(ProfileField.VoltageMinimumHard)[0];
        VoltageMaximumHard_uV = image.Values(ProfileField.VoltageMaximumHard)[0];
        TemperatureMinimum_mK = image.Values(ProfileField.TemperatureMinimum)[0];
        TemperatureMaximum_mK = image.Values(ProfileField.TemperatureMaximum)[0];
        DutyTemperatureMinimum_mK = image.Values(ProfileField.DutyTemperatureMinimum)[0];
        DutyTemperatureMaximum_mK = image.Values(ProfileField.DutyTemperatureMaximum)[0];
        PressureMinimum_Pa = image.Values(ProfileField.PressureMinimum)[0];
        PressureMinimumHard_Pa = image.Values(ProfileField.PressureMinimumHard)[0];
        PressureMaximum_Pa = image.Values(ProfileField.PressureMaximum);
        PressureMaximumHard_Pa = image.Values(ProfileField.PressureMaximumHard)[0];
        DischargeRateMaximum_Q24 = image.Values(ProfileField.DischargeRateMaximum)[0];
        ChargeRateMaximum_Q24 = image.Values(ProfileField.ChargeRateMaximum)[0];
        FuseRatedCurrent_uA = image.Values(ProfileField.FuseRatedCurrent)[0];
        InterphaseGrowth_Q16 = image.Values(ProfileField.InterphaseGrowth)[0];
        InterphaseActivation_Q8 = image.Values(ProfileField.InterphaseActivation)[0];
        InterphaseVoltage_Q16 = image.Values(ProfileField.InterphaseVoltage)[0];
        InterphaseCurrent_Q16 = image.Values(ProfileField.InterphaseCurrent)[0];
        InterphaseConduction_Q8 = image.Values(ProfileField.InterphaseConduction)[0];
        CalendarFade_Q16 = image.Values(ProfileField.CalendarFade)[0];
        CalendarActivation_Q8 = image.Values(ProfileField.CalendarActivation)[0];
        CalendarVoltage_Q16 = image.Values(ProfileField.CalendarVoltage)[0];
        CycleFade_Q60 = image.Values(ProfileField.CycleFade)[0];
        CycleDepth_Q16 = image.Values(ProfileField.CycleDepth)[0];
        CycleStrain_Q30 = image.Values(ProfileField.CycleStrain)[0];
        CycleRate_Q16 = image.Values(ProfileField.CycleRate)[0];
        FuseMelting = image.Values(ProfileField.FuseMelting)[0];
        Leakage_Q40 = image.Values(ProfileField.Leakage)[0];
    }
}
