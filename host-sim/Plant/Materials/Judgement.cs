namespace Bms.Plant.Materials;

/// <summary>The answer of a material to a criterion.</summary>
/// <param name="Criterion">What was asked.</param>
/// <param name="Measure">What was compared, over the range of the sources.</param>
/// <param name="Verdict">The answer.</param>
public sealed record Judgement(Criterion Criterion, Interval Measure, Verdict Verdict);
