using System;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>Which term of a parameter file says what of the causes of ageing, all of which a file may leave out.</summary>
internal static class DegradationReader
{
    public const string Path = "User-defined/Degradation";
    public const string MoisturePath = "User-defined/Moisture";
    public const string CarbonShare = "Carbon share of interphase growth";
    public const string DisorderShare = "Disorder share of interphase growth";
    public const string UpperPotential = "Upper potential [V]";
    public const string LowerPotential = "Lower potential [V]";

    private const string TimeExponent = "Time exponent";

    /// <summary>Reads the kind of interface, by its exponent of time; a file that names none has a passivating one.</summary>
    public static InterfaceKind Interface(Group interphase) => interphase.Or(TimeExponent, 0.5) switch
    {
        0 => InterfaceKind.Stable,
        1 => InterfaceKind.MixedConducting,
        _ => InterfaceKind.Passivating,
    };

    /// <summary>Reads the causes.</summary>
    /// <exception cref="BadInputException">Shares of one law above 1, or an empty window.</exception>
    public static DegradationLaws Causes(ParameterFile file, double upperCutOff)
    {
        Group causes = file[Path];
        DegradationLaws usual = DegradationLaws.Default;
        double carbon = causes.Or(CarbonShare, usual.CarbonResistance);
        double disorder = causes.Or(DisorderShare, usual.DisorderResistance);
        double faded = causes.Or("Disorder share of calendar fade", usual.DisorderCapacity);
        double upper = causes.Or(UpperPotential, upperCutOff);
        double lower = causes.Or(LowerPotential, Math.Min(usual.LowerPotential, upper));
        if (carbon + disorder > 1)
        {
            throw file.Refuse($"{Path}/{(causes.Has(CarbonShare) ? CarbonShare : DisorderShare)}", $"{carbon} beside a disorder share of {disorder}", "shares of interphase growth that make at most 1");
        }

        if (lower > upper)
        {
            throw file.Refuse($"{Path}/{(causes.Has(LowerPotential) ? LowerPotential : UpperPotential)}", $"a window from {lower} to {upper} V", "a lower potential not above the upper one");
        }

        return new DegradationLaws
        {
            DecompositionResistance = 1 - carbon - disorder,
            CarbonResistance = carbon,
            DisorderResistance = disorder,
            DecompositionCapacity = 1 - faded,
            DisorderCapacity = faded,
            UpperPotential = upper,
            LowerPotential = lower,
            OxidationSensitivity = causes.Or("Oxidation sensitivity [V-1]", usual.OxidationSensitivity),
            CarbonSensitivity = causes.Or("Carbon oxidation sensitivity [V-1]", usual.CarbonSensitivity),
            OverchargeSensitivity = causes.Or("Overcharge sensitivity [V-1]", usual.OverchargeSensitivity),
            OverdischargeSensitivity = causes.Or("Overdischarge sensitivity [V-1]", usual.OverdischargeSensitivity),
            DecompositionRateFactor = causes.Or("Rate factor per C-rate", usual.DecompositionRateFactor),
        };
    }

    /// <summary>Reads what moisture does; a file that says nothing has an electrolyte that does not react.</summary>
    public static MoistureReaction Moisture(Group moisture)
    {
        MoistureReaction usual = MoistureReaction.None;
        return new MoistureReaction
        {
            WaterCapacity = moisture.Or("Water capacity [mol.m-2]", usual.WaterCapacity),
            Uptake = moisture.Or("Uptake rate [m.s-1]", usual.Uptake),
            BreachConductance = moisture.Or("Breach conductance [m3.s-1]", usual.BreachConductance),
            ResistanceGain = moisture.Or("Resistance gain [Ohm.m2]", usual.ResistanceGain),
            HydrogenSulfide = moisture.Or("Hydrogen sulfide per water", usual.HydrogenSulfide),
            Phosphine = moisture.Or("Phosphine per water", usual.Phosphine),
            Ammonia = moisture.Or("Ammonia per water", usual.Ammonia),
        };
    }
}
