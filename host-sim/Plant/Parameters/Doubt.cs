namespace Bms.Plant.Parameters;

/// <summary>How far a value may lie from what the profile says, as shares of it; none where it was measured.</summary>
/// <param name="Less">By how much it may be lower, 0 to 1.</param>
/// <param name="More">By how much it may be higher, 0 or above.</param>
public readonly record struct Doubt(double Less, double More);
