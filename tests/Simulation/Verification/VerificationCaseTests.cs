using System.Linq;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Verification;
using Xunit;

namespace Bms.Simulation.Tests.Verification;

/// <summary>Which cases a check plays.</summary>
public class VerificationCaseTests
{
    [Fact]
    public void Every_load_is_played_at_every_temperature()
    {
        var played = VerificationCase.All(Cells.Pouch).Select(each => (each.Load, each.Ambient));

        Assert.Equal(from load in (string[])["slow", "rate", "pulses", "drive", "day"] from ambient in (double[])[-10, 10, 25, 45, 60] select (load, ambient), played);
    }

    [Fact]
    public void Rates_are_what_the_profile_gives_for_the_temperature_and_slow_is_a_tenth_at_most()
    {
        foreach (string name in ProfileLibrary.Names)
        {
            OperatingLimits limits = ProfileLibrary.Load(name).Limits;
            foreach (VerificationCase each in VerificationCase.All(ProfileLibrary.Load(name)))
            {
                double most = each.Load == "slow" ? 0.1 : double.PositiveInfinity;
                Assert.Equal(double.Min(most, limits.DischargeRateByTemperature.At(each.Ambient)), each.DischargeRate);
                Assert.Equal(double.Min(most, limits.ChargeRateByTemperature.At(each.Ambient)), each.ChargeRate);
            }
        }
    }

    [Fact]
    public void A_profile_that_allows_no_current_is_still_played_slowly()
    {
        Table nothing = new([0, 1], [0, 0]);
        CellParameters idle = Cells.Pouch with { Limits = Cells.Pouch.Limits with { DischargeRateByTemperature = nothing, ChargeRateByTemperature = nothing } };

        Assert.All(VerificationCase.All(idle), each => Assert.True(each.DischargeRate > 0 && each.ChargeRate > 0));
    }
}
