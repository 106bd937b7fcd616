namespace Bms.Plant.Parameters;

/// <summary>Shape of the diffusion domain of the positive electrode.</summary>
public enum DiffusionGeometry
{
    /// <summary>Spherical particles of a composite electrode.</summary>
    Sphere,

    /// <summary>A dense planar film.</summary>
    Film,
}
