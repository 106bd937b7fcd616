namespace Bms.Core.Cells;

/// <summary>Stable numbers of the fields of a cell profile image; <see cref="ProfileTable"/> says what each means.</summary>
/// <remarks>A number that is given up, as 46, is not given again.</remarks>
public static class ProfileField
{
    /// <summary>1C current.</summary>
    public const int OneC = 1;

    /// <summary>Charge between empty and full.</summary>
    public const int WindowCharge = 2;

    /// <summary>Charge of all lithium sites of the positive electrode.</summary>
    public const int SiteCharge = 3;

    /// <summary>Stoichiometry when full.</summary>
    public const int StoichiometryFull = 4;

    /// <summary>Stoichiometry when empty.</summary>
    public const int StoichiometryEmpty = 5;

    /// <summary>Reference temperature of the temperature factors.</summary>
    public const int ReferenceTemperature = 6;

    /// <summary>Share of the sites in each diffusion volume.</summary>
    public const int VolumeFraction = 10;

    /// <summary>Geometric conductance between neighbouring volumes.</summary>
    public const int FaceConductance = 11;

    /// <summary>Share of the surface flux that enters the first volume.</summary>
    public const int InnerFluxShare = 12;

    /// <summary>Distance factor from the outermost volume to its surface.</summary>
    public const int SurfaceDistance = 13;

    /// <summary>Diffusivity over squared length, over stoichiometry.</summary>
    public const int Diffusivity = 14;

    /// <summary>Temperature factor of diffusion.</summary>
    public const int DiffusionTemperature = 15;

    /// <summary>Surface response to a current step held over the horizon, over stoichiometry.</summary>
    public const int HorizonResponse = 16;

    /// <summary>Temperature factor of the horizon response.</summary>
    public const int HorizonTemperature = 17;

    /// <summary>Nodes of the open-circuit tables.</summary>
    public const int Stoichiometry = 20;

    /// <summary>Open-circuit potential.</summary>
    public const int OpenCircuit = 21;

    /// <summary>Entropic coefficient.</summary>
    public const int Entropic = 22;

    /// <summary>Kinetic shape 1 / (2 sqrt(x (1 - x))).</summary>
    public const int KineticShape = 23;

    /// <summary>First node of each of 256 equal parts of the stoichiometry.</summary>
    public const int StoichiometryIndex = 24;

    /// <summary>Drive of the positive interface at 1C.</summary>
    public const int PositiveDrive = 30;

    /// <summary>Drive of the lithium interface at 1C and full contact.</summary>
    public const int NegativeDrive = 31;

    /// <summary>Ohmic drop at 1C that does not depend on contact.</summary>
    public const int OhmicDrop = 32;

    /// <summary>Contact drop at 1C at the reference pressure.</summary>
    public const int ContactDrop = 33;

    /// <summary>Pressure factor of contact resistance on first loading.</summary>
    public const int ContactLoading = 34;

    /// <summary>Pressure factor of contact resistance below the highest pressure seen.</summary>
    public const int ContactUnloading = 35;

    /// <summary>Highest contact drop at 1C before the temperature factor, relative to the reference drop.</summary>
    public const int ContactCap = 36;

    /// <summary>Highest pressure seen when new.</summary>
    public const int FormationPressure = 37;

    /// <summary>Stripping limit over pressure.</summary>
    public const int StrippingPressure = 40;

    /// <summary>Temperature factor of the stripping limit.</summary>
    public const int StrippingTemperature = 41;

    /// <summary>Ceiling of the stripping limit.</summary>
    public const int StrippingCeiling = 42;

    /// <summary>Plating limit over pressure.</summary>
    public const int PlatingPressure = 43;

    /// <summary>Temperature factor of the plating limit.</summary>
    public const int PlatingTemperature = 44;

    /// <summary>Ceiling of the plating limit.</summary>
    public const int PlatingCeiling = 45;

    /// <summary>Cell-to-cell spread of the critical currents.</summary>
    public const int CriticalCurrentSpread = 47;

    /// <summary>Decay of the plating limit with the contact drop at 1C.</summary>
    public const int PlatingDecay = 48;

    /// <summary>Contact lost per second and 1C beyond the stripping limit.</summary>
    public const int ContactLoss = 50;

    /// <summary>Healing rate of contact over pressure.</summary>
    public const int ContactHealing = 51;

    /// <summary>Temperature factor of healing.</summary>
    public const int CreepTemperature = 52;

    /// <summary>Lowest contact factor.</summary>
    public const int ContactMinimum = 53;

    /// <summary>Contact factor when new.</summary>
    public const int ContactInitial = 54;

    /// <summary>Filament growth per second and 1C beyond the plating limit.</summary>
    public const int FilamentGrowth = 55;

    /// <summary>Mechanical filament growth over pressure.</summary>
    public const int FilamentMechanical = 56;

    /// <summary>Healing rate of the filament index over temperature.</summary>
    public const int FilamentHealing = 57;

    /// <summary>Rate above which the mechanical growth is full.</summary>
    public const int FilamentFullRate = 58;

    /// <summary>Temperature factor of mechanical growth.</summary>
    public const int FilamentTemperature = 59;

    /// <summary>Heat capacity of the core.</summary>
    public const int CoreCapacity = 60;

    /// <summary>Heat capacity of the surface.</summary>
    public const int SurfaceCapacity = 61;

    /// <summary>Conductance from core to surface.</summary>
    public const int CoreToSurface = 62;

    /// <summary>Conductance from surface to ambient.</summary>
    public const int SurfaceToAmbient = 63;

    /// <summary>Heater power a cell.</summary>
    public const int HeaterPower = 64;

    /// <summary>Swelling pressure over stoichiometry, relative to the set state.</summary>
    public const int SwellPressure = 65;

    /// <summary>Thermal pressure.</summary>
    public const int ThermalPressure = 66;

    /// <summary>Lowest working voltage.</summary>
    public const int VoltageMinimum = 70;

    /// <summary>Highest working voltage.</summary>
    public const int VoltageMaximum = 71;

    /// <summary>Lowest voltage before a fault.</summary>
    public const int VoltageMinimumHard = 72;

    /// <summary>Highest voltage before a fault.</summary>
    public const int VoltageMaximumHard = 73;

    /// <summary>Lowest core temperature.</summary>
    public const int TemperatureMinimum = 74;

    /// <summary>Highest core temperature.</summary>
    public const int TemperatureMaximum = 75;

    /// <summary>Lower end of the duty temperature.</summary>
    public const int DutyTemperatureMinimum = 76;

    /// <summary>Upper end of the duty temperature.</summary>
    public const int DutyTemperatureMaximum = 77;

    /// <summary>Stack pressure below which current is reduced.</summary>
    public const int PressureMinimum = 78;

    /// <summary>Stack pressure below which no current flows.</summary>
    public const int PressureMinimumHard = 79;

    /// <summary>Stack pressure above which current is reduced, over temperature.</summary>
    public const int PressureMaximum = 80;

    /// <summary>Stack pressure above which no current flows.</summary>
    public const int PressureMaximumHard = 81;

    /// <summary>Rated discharge rate.</summary>
    public const int DischargeRateMaximum = 82;

    /// <summary>Rated charge rate.</summary>
    public const int ChargeRateMaximum = 83;

    /// <summary>Rated current of the pack fuse.</summary>
    public const int FuseRatedCurrent = 84;

    /// <summary>Leakage inside the cell.</summary>
    public const int Leakage = 85;

    /// <summary>Melting integral of the pack fuse above its rated current.</summary>
    public const int FuseMelting = 86;

    /// <summary>Logarithm of the interphase's growth at 0 V without activation.</summary>
    public const int InterphaseGrowth = 90;

    /// <summary>Its activation temperature.</summary>
    public const int InterphaseActivation = 91;

    /// <summary>Its voltage sensitivity.</summary>
    public const int InterphaseVoltage = 92;

    /// <summary>Its current sensitivity.</summary>
    public const int InterphaseCurrent = 93;

    /// <summary>Activation temperature of the interphase's resistance.</summary>
    public const int InterphaseConduction = 94;

    /// <summary>Logarithm of calendar fade at 0 V without activation.</summary>
    public const int CalendarFade = 95;

    /// <summary>Its activation temperature.</summary>
    public const int CalendarActivation = 96;

    /// <summary>Its voltage sensitivity.</summary>
    public const int CalendarVoltage = 97;

    /// <summary>Cycle fade by charge that passes.</summary>
    public const int CycleFade = 98;

    /// <summary>Extra cycle fade below the strain stoichiometry.</summary>
    public const int CycleDepth = 99;

    /// <summary>Stoichiometry below which lattice strain grows.</summary>
    public const int CycleStrain = 100;

    /// <summary>Extra cycle fade above 1C.</summary>
    public const int CycleRate = 101;

    /// <summary>Temperature factor of the stripping limit that can be relied on.</summary>
    public const int StrippingReliance = 102;

    /// <summary>Ceiling of the stripping limit that can be relied on.</summary>
    public const int StrippingReliableCeiling = 103;

    /// <summary>Temperature factor of the plating limit that can be relied on.</summary>
    public const int PlatingReliance = 104;

    /// <summary>Ceiling of the plating limit that can be relied on.</summary>
    public const int PlatingReliableCeiling = 105;

    /// <summary>One more than the highest number.</summary>
    public const int Count = 106;
}
