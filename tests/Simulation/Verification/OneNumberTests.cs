using System;
using System.IO;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Verification;
using Xunit;

namespace Bms.Simulation.Tests.Verification;

/// <summary>A number changed in a parameter file changes whatever follows from it, and nothing else needs editing.</summary>
public sealed class OneNumberTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bms-number-").FullName;

    [Theory]
    [InlineData("\"Conductivity [S.m-1]\": 0.2,", "\"Conductivity [S.m-1]\": 0.19,")]
    [InlineData("\"Particle radius [m]\": 5.22e-06,", "\"Particle radius [m]\": 5.21e-06,")]
    [InlineData("\"Maximum stoichiometry\": 0.955,", "\"Maximum stoichiometry\": 0.951,")]
    public void It_changes_the_image_the_report_and_the_simulation(string before, string after)
    {
        CellParameters original = Load(text => text);
        CellParameters changed = Load(text => text.Replace(before, after, StringComparison.Ordinal));

        Assert.NotEqual(FirmwareImage.Build(original), FirmwareImage.Build(changed));
        Assert.NotEqual(Report(original).Cases, Report(changed).Cases);
        Assert.True(Report(changed).Pass);
        Assert.NotEqual(VoltageAfterAMinute(original), VoltageAfterAMinute(changed));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CheckReport Report(CellParameters cell) => ModelCheck.Run(
        cell, FirmwareImage.Build(cell), [.. VerificationCase.All(cell).Where(each => each is { Load: "day", Ambient: 25 })], threads: 1, progress: null, TestContext.Current.CancellationToken);

    private static double VoltageAfterAMinute(CellParameters cell)
    {
        var pack = new Pack(cell, new PackOptions { Cells = 1 });
        pack.Advance(60, -cell.Cell.OneC);
        return pack.CellVoltage(0, -cell.Cell.OneC, since: 0);
    }

    private CellParameters Load(Func<string, string> edit)
    {
        string file = Path.Combine(_folder, "cell.json");
        File.WriteAllText(file, edit(ProfileLibrary.Text("pouch-lpscl-nmc")));
        return ProfileLibrary.Load(file);
    }
}
