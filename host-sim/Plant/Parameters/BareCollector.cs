namespace Bms.Plant.Parameters;

/// <summary>A collector on which lithium is plated anew.</summary>
/// <remarks>Tunables, except where said: what is measured depends on the collector's surface more than on anything else.</remarks>
public sealed record BareCollector
{
    /// <summary>Overpotential that plating on the bare collector needs beyond that on lithium, V. Copper on LiPON shows some tens of
    /// millivolt, carbon between them lowers it (Futscher 2022).</summary>
    public double NucleationOverpotential { get; init; } = 0.03;

    /// <summary>Areal charge after which lithium covers 63 % of the collector, mAh/cm².</summary>
    public double CoveringCharge { get; init; } = 0.02;

    /// <summary>Areal charge that the first plating loses to an interphase, mAh/cm². Tens of nanometres of lithium on LiPON
    /// (Futscher 2022), a tenth of a first charge on a sulfide.</summary>
    public double FormationLoss { get; init; } = 0.3;

    /// <summary>Areal charge within which 63 % of that loss happens, mAh/cm².</summary>
    public double FormationCharge { get; init; } = 0.5;

    /// <summary>Share of every later plating that stays electrically connected; 0.998 on silver and carbon (Lee 2020, as remembered).</summary>
    public double PlatingEfficiency { get; init; } = 0.998;

    /// <summary>Areal charge below which the potential of what is left rises from that of lithium to that of the collector, mAh/cm².</summary>
    public double ExhaustionCharge { get; init; } = 0.005;
}
