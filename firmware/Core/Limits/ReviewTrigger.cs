namespace Bms.Core.Limits;

/// <summary>
/// The cells of review Table 2 that carry a T, which condition triggers which mechanism: a bit each, at six times the number of
/// the mechanism (row) plus that of the condition (column).
/// </summary>
/// <remarks>Pang et al., Materials Today 2021, Table 2: the rule base that the limiters have to cover.</remarks>
public static class ReviewTrigger
{
    /// <summary>Conditions of the table: high and low state of charge, high and low temperature, high rate, low stack pressure.</summary>
    public const int Conditions = 6;

    /// <summary>Mechanisms of the table: cracking, disorder, creep, decomposition, voids, filaments.</summary>
    public const int Mechanisms = 6;

    /// <summary>Cracking of electrode and electrolyte at high state of charge.</summary>
    public const long CrackingCharged = 1L << 0;

    /// <summary>Cracking at low state of charge.</summary>
    public const long CrackingDischarged = 1L << 1;

    /// <summary>Cracking at high rate.</summary>
    public const long CrackingFast = 1L << 4;

    /// <summary>Phase change and structural disorder at high state of charge.</summary>
    public const long DisorderCharged = 1L << 6;

    /// <summary>Disorder at low state of charge.</summary>
    public const long DisorderDischarged = 1L << 7;

    /// <summary>Disorder at high temperature.</summary>
    public const long DisorderHot = 1L << 8;

    /// <summary>Creep of lithium at high temperature.</summary>
    public const long CreepHot = 1L << 14;

    /// <summary>Creep at low temperature, room included.</summary>
    public const long CreepCold = 1L << 15;

    /// <summary>Interfacial decomposition at high state of charge.</summary>
    public const long DecompositionCharged = 1L << 18;

    /// <summary>Decomposition at low state of charge.</summary>
    public const long DecompositionDischarged = 1L << 19;

    /// <summary>Decomposition at high temperature.</summary>
    public const long DecompositionHot = 1L << 20;

    /// <summary>Decomposition at high rate.</summary>
    public const long DecompositionFast = 1L << 22;

    /// <summary>Surface voids and delamination at high rate.</summary>
    public const long VoidsFast = 1L << 28;

    /// <summary>Voids at low stack pressure.</summary>
    public const long VoidsLoose = 1L << 29;

    /// <summary>Growth of lithium filaments at low temperature.</summary>
    public const long FilamentsCold = 1L << 33;

    /// <summary>Filaments at high rate.</summary>
    public const long FilamentsFast = 1L << 34;

    /// <summary>Filaments at low stack pressure.</summary>
    public const long FilamentsLoose = 1L << 35;

    /// <summary>Every cell of the table that carries a T.</summary>
    public const long All = CrackingCharged | CrackingDischarged | CrackingFast
        | DisorderCharged | DisorderDischarged | DisorderHot
        | CreepHot | CreepCold
        | DecompositionCharged | DecompositionDischarged | DecompositionHot | DecompositionFast
        | VoidsFast | VoidsLoose
        | FilamentsCold | FilamentsFast | FilamentsLoose;
}
