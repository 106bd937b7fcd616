using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>What cracks in a cell, from a parameter file.</summary>
internal static class FractureReader
{
    private const string Cracking = "User-defined/Cracking/";
    private const string Electrolytes = "User-defined/Electrolyte/";

    private const string Toughness = Electrolytes + "Fracture toughness [Pa.m0.5]";
    private const string Modulus = Electrolytes + "Young's modulus [Pa]";
    private const string Poisson = Electrolytes + "Poisson's ratio";
    private const string Flaw = Cracking + "Electrolyte flaw [m]";
    private const string PressureShare = Cracking + "Tensile share of the stack pressure";
    private const string Mismatch = Cracking + "Expansion mismatch [K-1]";
    private const string Growth = Cracking + "Electrolyte crack growth [s-1]";
    private const string ParticleModulus = Cracking + "Particle modulus [Pa]";

    private static readonly string[] _ofElectrolyte = [Toughness, Modulus, Poisson, Flaw, PressureShare, Mismatch, Growth];

    /// <summary>Fracture of the electrolyte; null unless the file has every term of it.</summary>
    public static ElectrolyteFracture? Electrolyte(ParameterFile file) => _ofElectrolyte.All(file.Has)
        ? new ElectrolyteFracture
        {
            Toughness = file.Number(Toughness),
            YoungsModulus = file.Number(Modulus),
            PoissonRatio = file.Number(Poisson),
            Flaw = file.Number(Flaw),
            PressureShare = file.Number(PressureShare),
            ExpansionMismatch = file.Number(Mismatch),
            GrowthRate = file.Number(Growth),
        }
        : null;

    /// <summary>Fracture of the active particles; null if the file does not speak of it.</summary>
    public static ParticleFracture? Particles(ParameterFile file) => file.Has(ParticleModulus)
        ? new ParticleFracture
        {
            Toughness = file.Number(Cracking + "Particle toughness [Pa.m0.5]"),
            YoungsModulus = file.Number(ParticleModulus),
            MatrixModulus = file[Cracking.TrimEnd('/')].Or("Matrix modulus [Pa]", file.Has(Modulus) ? file.Number(Modulus) : 0),
            PoissonRatio = file.Number(Cracking + "Particle Poisson ratio"),
            Flaw = file.Number(Cracking + "Particle flaw [m]"),
            Exponent = file.Number(Cracking + "Fatigue exponent"),
            GrowthPerCycle = file.Number(Cracking + "Particle surface lost per cycle"),
        }
        : null;
}
