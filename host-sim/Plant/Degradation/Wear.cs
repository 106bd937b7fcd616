namespace Bms.Plant.Degradation;

/// <summary>What one cause has cost a cell so far.</summary>
/// <param name="Resistance">Resistance gained, Ohm m², as measured at the reference temperature.</param>
/// <param name="Capacity">Share of the new capacity lost, 0..1.</param>
public readonly record struct Wear(double Resistance, double Capacity)
{
    /// <summary>Both costs together.</summary>
    public static Wear operator +(Wear left, Wear right) => left.Plus(right);

    /// <summary>Both costs together.</summary>
    public Wear Plus(Wear more) => new(Resistance + more.Resistance, Capacity + more.Capacity);
}
