using System.Text.Json.Serialization;

namespace Bms.Simulation.Review;

/// <summary>A row of the review beside what the plant makes of it; its properties are the keys of the JSON object.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Title">What is compared.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
/// <param name="Reference">What the source says.</param>
/// <param name="Ours">What the plant says.</param>
/// <param name="Tolerance">Largest difference, in the unit.</param>
/// <param name="Basis">What the tolerance is.</param>
/// <param name="Pass">Whether the difference is within it.</param>
public sealed record ReviewFigure(
    string Id, string Title, string Section, string Quantity, string Unit, double Reference, double Ours, double Tolerance, string Basis, bool Pass)
{
    /// <summary>What it is about: the first part of <see cref="Id"/>.</summary>
    [JsonIgnore]
    public string Subject => Id[..Id.IndexOf('/')].Replace('-', ' ');
}
