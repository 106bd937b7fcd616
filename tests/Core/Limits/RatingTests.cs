using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>Terminals are never asked for more than their rating.</summary>
public class RatingTests
{
    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Ratings_of_the_terminals_bind(string cell)
    {
        OperatingLimits limits = BuiltInCell.Parameters(cell).Limits;
        LimiterRig rig = new LimiterRig(cell, Rating).Evaluate();
        Assert.Equal(limits.ChargeRateMaximum, rig.Charge, 1e-6);
        Assert.Equal(limits.DischargeRateMaximum, rig.Discharge, 1e-6);
        Assert.Equal(LimitReason.Rating, rig.Limits.ChargeReason);
    }

    private static RatingLimiter Rating(LimiterRig rig) => new(rig.Profile);
}
