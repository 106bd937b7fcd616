using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Materials;
using Xunit;

namespace Bms.Plant.Tests.Materials;

public class CatalogueTests
{
    public static TheoryData<string> Every => new(Catalogue.Materials.Select(material => material.Name));

    /// <summary>Review Table 1 as science gives it: material, quantity, lowest, highest.</summary>
    public static TheoryData<string, Quantity, double, double> Table1 => new()
    {
        { "LiPON", Quantities.IonicConductivity, 1e-6, 1e-6 },
        { "LiPON", Quantities.ElectronicConductivity, 1e-14, 1e-14 },
        { "LiPON", Quantities.Permittivity, 19.98, 19.98 },
        { "LiPON", Quantities.Density, 2.68, 2.68 },
        { "LLZO", Quantities.CriticalCurrentDensity, 0.05, 0.9 },
        { "LLZO", Quantities.Density, 5.08, 5.34 },
        { "LLZO", Quantities.ThermalExpansion, 1.55e-5, 1.55e-5 },
        { "LLZO", Quantities.FractureToughness, 1.25, 1.25 },
        { "LPS", Quantities.IonicConductivity, 1e-4, 1e-3 },
        { "LPS", Quantities.ActivationEnergy, 0.39, 0.52 },
        { "LPS", Quantities.YoungsModulus, 8.8, 25 },
        { "LPS", Quantities.Hardness, 1.9, 1.9 },
        { "Li6PS5Cl", Quantities.IonicConductivity, 2e-3, 2.5e-3 },
        { "lithium", Quantities.ShearModulus, 2.83, 4.25 },
        { "NMC811", Quantities.SiteConcentration, 51765, 51765 },
    };

    [Theory, MemberData(nameof(Table1))]
    public void Values_are_those_of_their_source(string name, Quantity quantity, double lowest, double highest)
    {
        MaterialValue value = Named(name).Find(quantity)!;

        Assert.Equal((lowest, highest), (value.Lowest, value.Highest));
        Assert.InRange(value.Value, lowest, highest);
    }

    [Theory, MemberData(nameof(Every))]
    public void Every_value_has_a_range_and_a_source(string name) =>
        Assert.All(Named(name).Values, value =>
        {
            Assert.True(value.Lowest <= value.Value && value.Value <= value.Highest, value.Quantity.Key);
            Assert.NotEmpty(value.Source);
        });

    [Theory, MemberData(nameof(Every))]
    public void Specimens_of_one_quantity_are_told_apart(string name) =>
        Assert.All(Named(name).Values.GroupBy(value => value.Quantity), same => Assert.Equal(same.Count(), same.Select(value => value.Condition).Distinct().Count()));

    [Theory, MemberData(nameof(Every))]
    public void What_is_missing_is_said_and_never_a_number(string name)
    {
        Material material = Named(name);

        Assert.All(material.Missing, quantity => Assert.Null(material.Find(quantity)));
        Assert.DoesNotContain(material.Values, value => double.IsNaN(value.Value));
    }

    [Fact]
    public void The_review_has_no_sulfide_permittivity_and_no_glass_toughness()
    {
        Assert.Contains(Quantities.Permittivity, Named("LPS").Missing);
        Assert.Contains(Quantities.FractureToughness, Named("LiPON").Missing);
    }

    [Theory]
    [InlineData("garnet", "LLZO")]
    [InlineData("argyrodite", "Li6PS5Cl")]
    [InlineData("li", "lithium")]
    [InlineData("lipon", "LiPON")]
    public void Materials_are_found_by_any_of_their_names(string name, string material) => Assert.Equal(material, Named(name).Name);

    [Fact]
    public void Names_belong_to_one_material()
    {
        IEnumerable<string> names = Catalogue.Materials.SelectMany(Catalogue.Names).Select(name => name.ToUpperInvariant());

        Assert.Equal(names.Count(), names.Distinct().Count());
        Assert.Null(Catalogue.Find("unobtainium"));
    }

    [Theory]
    [InlineData("LiPON", 0.01)]
    [InlineData("LLZO", 0.03)]
    [InlineData("LPS", 0.05)]
    public void Printed_shear_moduli_agree_with_the_printed_elastic_constants(string name, double tolerance)
    {
        Interval printed = Named(name).Find(Quantities.ShearModulus)!.Si;
        Interval derived = DerivationTable.For(Quantities.ShearModulus)!.Of(Named(name))!.Value;

        Assert.InRange(derived.Lowest / printed.Lowest, 1 - tolerance, 1 + tolerance);
        Assert.InRange(derived.Highest / printed.Highest, 1 - tolerance, 1 + tolerance);
    }

    [Fact]
    public void Lithium_grows_by_the_thickness_of_its_density() =>
        Assert.Equal(4.85e-6 / 36000, DerivationTable.For(Quantities.ThicknessPerCharge)!.Of(Metals.Lithium)!.Value.Value, 1e-13);

    [Theory]
    [InlineData("monroe-newman", "LLZO", Verdict.Holds)]
    [InlineData("monroe-newman", "LiPON", Verdict.Holds)]
    [InlineData("monroe-newman", "LPS", Verdict.Depends)]
    [InlineData("pugh", "LPS", Verdict.Fails)]
    [InlineData("pugh", "LiPON", Verdict.Holds)]
    [InlineData("filament-free-1", "LiPON", Verdict.Holds)]
    [InlineData("filament-free-10", "LiPON", Verdict.Holds)]
    [InlineData("filament-free-1", "LLZO", Verdict.Fails)]
    [InlineData("filament-free-1", "LPS", Verdict.Fails)]
    [InlineData("stable-on-positive", "LLZO", Verdict.Holds)]
    [InlineData("stable-on-positive", "LPS", Verdict.Fails)]
    [InlineData("anode-expansion", "LLZO", Verdict.Holds)]
    [InlineData("anode-expansion", "LPS", Verdict.Depends)]
    [InlineData("swells-little", "graphite", Verdict.Fails)]
    [InlineData("swells-little", "NMC811", Verdict.Holds)]
    [InlineData("creeps", "lithium", Verdict.Holds)]
    [InlineData("creeps", "copper", Verdict.Fails)]
    public void Criteria_judge_as_the_review_does(string key, string name, Verdict verdict) =>
        Assert.Equal(verdict, Answer(key, name)!.Verdict);

    [Theory]
    [InlineData("anode-expansion", "LiPON")]
    [InlineData("monroe-newman", "copper")]
    public void A_criterion_that_can_not_be_asked_has_no_answer(string key, string name) => Assert.Null(Answer(key, name));

    private static Material Named(string name) => Catalogue.Find(name) ?? throw new ArgumentException(name);

    private static Judgement? Answer(string key, string name) => CriterionTable.Rows.Single(row => row.Key == key).Judge(Named(name));
}
