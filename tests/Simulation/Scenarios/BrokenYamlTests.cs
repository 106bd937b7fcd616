using System;
using Bms.Profiles;
using Bms.Simulation.Scenarios;
using Xunit;

namespace Bms.Simulation.Tests.Scenarios;

public class BrokenYamlTests
{
    [Theory]
    [InlineData("\u0001\u0002: [1, 2\nthree")]
    [InlineData("steps: [Rest for 1 h")]
    [InlineData("steps: {")]
    public void What_is_no_yaml_is_refused_in_one_line(string yaml)
    {
        BadInputException refused = Assert.Throws<BadInputException>(() => ScenarioFile.Parse(yaml, "broken.yaml"));
        Assert.StartsWith("broken.yaml:", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Brackets_without_end_do_not_take_the_program_down()
    {
        string yaml = "name: x\nsteps: " + new string('[', 100_000);
        BadInputException refused = Assert.Throws<BadInputException>(() => ScenarioFile.Parse(yaml, "deep.yaml"));
        Assert.StartsWith("deep.yaml:2: brackets nested", refused.Message, StringComparison.Ordinal);
    }
}
