using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Plant.Materials;

/// <summary>A material and what is known of it. What no source says is not there.</summary>
/// <param name="Name">As the field calls it.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Class">What it does in a cell.</param>
/// <param name="Aliases">Other names it is found by.</param>
/// <param name="MoistureProducts">What moist air makes of it; empty if it makes nothing, or nothing known.</param>
/// <param name="Values">Its numbers; where specimens differ, the one that stands first is taken.</param>
public sealed record Material(
    string Name, string Title, MaterialClass Class, IReadOnlyList<string> Aliases, string MoistureProducts, IReadOnlyList<MaterialValue> Values)
{
    /// <summary>The properties that its class should have and no source gives.</summary>
    public IEnumerable<Quantity> Missing => Catalogue.Expected(Class).Where(quantity => Find(quantity) is null);

    /// <summary>The number that is taken for a property; null if there is none.</summary>
    public MaterialValue? Find(Quantity quantity) => Values.FirstOrDefault(value => value.Quantity == quantity);

    /// <summary>A property in the SI unit that equations take, printed or else derived; null if it is neither.</summary>
    public Interval? Si(Quantity quantity) => Find(quantity)?.Si ?? DerivationTable.For(quantity)?.Of(this);

    /// <summary>A property that must be there, in the SI unit that equations take.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public double Required(Quantity quantity) =>
        Si(quantity)?.Value ?? throw new InvalidOperationException($"the catalogue has no {quantity?.Title} of {Name}");
}
