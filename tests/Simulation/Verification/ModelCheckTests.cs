using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Verification;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Verification;

/// <summary>The error report: it passes where the firmware's model is right, and fails where it is not.</summary>
public class ModelCheckTests
{
    /// <summary>The shortest case that exercises a cell in full, and the one in which its model is tried hardest.</summary>
    private static readonly Dictionary<string, (string Load, double Ambient)[]> _hard = new()
    {
        ["pouch-lpscl-nmc"] = [("rate", 60), ("pulses", 60)],
        ["pellet-llzo-nmc"] = [("rate", 60), ("pulses", -10)],
        ["thin-film-lipon-lco"] = [("rate", -10), ("drive", 45)],
    };

    public static TheoryData<string> Profiles => [.. ProfileLibrary.Names];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_hardest_cases_are_within_the_bounds(string profile)
    {
        CellParameters cell = ProfileLibrary.Load(profile);
        CheckReport report = Check(cell, FirmwareImage.Build(cell), [.. VerificationCase.All(cell).Where(each => _hard[profile].Contains((each.Load, each.Ambient)))]);

        Assert.True(report.Pass, $"{report.Worst}");
        Assert.All(report.Cases, result => Assert.False(result.ContactLost));
        Assert.Equal(0, report.Worst.SocDriftPpm);
        Assert.InRange(report.Worst.FixedVsDoubleMvRms, 1e-6, 0.5);   // not the same thing twice
        Assert.InRange(report.Worst.FixedVsDoubleMvMax, 1e-6, 2);
        Assert.InRange(report.Worst.RomVsPlantMvRms, 1e-6, 5);
        Assert.InRange(report.Worst.TemperatureKMax, 0, 0.75);   // the true core has a thickness, the model one node
        Assert.InRange(report.Worst.PressureMpaMax, 0, 0.05);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    [Trait("Category", "Long")]
    public void Every_built_in_cell_passes(string profile)
    {
        CheckReport report = ModelCheck.Run(ProfileLibrary.Load(profile), Environment.ProcessorCount, progress: null, TestContext.Current.CancellationToken);

        Assert.True(report.Pass, $"{report.Worst}");
        Assert.Equal(25, report.Cases.Count);
        Assert.All(report.Cases, result => Assert.False(result.ContactLost));
    }

    [Fact]
    public void A_firmware_image_of_another_electrolyte_fails()
    {
        CellParameters film = ProfileLibrary.Load("thin-film-lipon-lco");
        CellParameters other = film with { Separator = film.Separator with { Conductivity = 1.05 * film.Separator.Conductivity } };
        CheckReport report = Check(film, FirmwareImage.Build(other), [.. VerificationCase.All(film).Where(each => each is { Load: "rate", Ambient: 25 })]);

        Assert.False(report.Pass);
        Assert.True(report.Worst.FixedVsDoubleMvRms > ModelCheck.FixedVsDoubleRms, $"{report.Worst}");
    }

    [Fact]
    public void A_firmware_image_of_a_cell_of_another_size_fails()
    {
        CellParameters other = Cells.Pouch with { Cell = Cells.Pouch.Cell with { WindowCapacity = 1.01 * Cells.Pouch.Cell.WindowCapacity } };

        Assert.False(Check(Cells.Pouch, FirmwareImage.Build(other), Hardest("rate", 60)).Pass);
    }

    [Fact]
    public void What_the_reduced_order_can_t_follow_fails_against_the_full_physics_alone()
    {
        PositiveElectrode positive = Cells.Pouch.Positive;
        CellParameters coarse = Cells.Pouch with { Positive = positive with { DiffusionLength = 6 * positive.DiffusionLength } };
        CheckReport report = Check(coarse, FirmwareImage.Build(coarse), [.. VerificationCase.All(coarse).Where(each => each is { Load: "pulses", Ambient: 60 })]);

        Assert.False(report.Pass);
        Assert.InRange(report.Worst.FixedVsDoubleMvMax, 0, ModelCheck.FixedVsDoubleMax);
        Assert.True(report.Worst.RomVsPlantMvRms > ModelCheck.RomVsPlantRms, $"{report.Worst}");
    }

    [Fact]
    public void A_case_that_harms_the_interface_is_shown_beside()
    {
        Table limit = Cells.Pouch.Stripping.OverPressure;
        double[] nodes = limit.Nodes.ToArray();
        CellParameters weak = Cells.Pouch with
        {
            Stripping = Cells.Pouch.Stripping with { OverPressure = new Table(nodes, [.. Enumerable.Range(0, nodes.Length).Select(node => 0.5 * limit.ValueAtNode(node))], limit.Interpolation) },
        };
        CheckReport report = Check(weak, FirmwareImage.Build(weak), Hardest("rate", 60));

        Assert.All(report.Cases, result => Assert.True(result.ContactLost && result.Pass));
        Assert.Equal(0, report.Worst.RomVsPlantMvRms);
        Assert.NotEqual(0, report.Cases[0].RomVsPlantMvRms);
    }

    [Fact]
    public void A_cell_that_wears_out_within_a_day_is_followed_until_then()
    {
        CellParameters interphase = Cells.Pouch with { Ageing = Cells.Pouch.Ageing with { InterphaseGrowth = 100 * Cells.Pouch.Ageing.InterphaseGrowth } };
        CellParameters capacity = Cells.Pouch with { Ageing = Cells.Pouch.Ageing with { CalendarRate = 40 * Cells.Pouch.Ageing.CalendarRate } };
        foreach (CellParameters worn in new[] { interphase, capacity })
        {
            CheckReport report = Check(worn, FirmwareImage.Build(worn), Hardest("day", 60));

            Assert.True(report.Pass, $"{report.Worst}");
            Assert.InRange(report.Cases[0].Hours, 1, 23);
        }

        Assert.Equal(24, Check(Cells.Pouch, FirmwareImage.Build(Cells.Pouch), Hardest("day", 60)).Cases[0].Hours);
    }

    [Fact]
    public void A_cell_of_a_few_hundred_microampere_is_followed_though_its_1C_is_rounded_to_whole_ones()
    {
        CellParameters film = ProfileLibrary.Load("thin-film-lipon-lco");
        VerificationCase cold = VerificationCase.All(film).Single(each => each.Load == "rate" && each.Ambient == -10);
        Gen.Double[101.5e-6, 400e-6].Sample(
            oneC =>
            {
                double size = oneC / film.Cell.OneC;
                CellParameters small = film with
                {
                    Cell = film.Cell with { NominalCapacity = oneC, WindowCapacity = size * film.Cell.WindowCapacity, LayerArea = size * film.Cell.LayerArea },
                };
                CheckReport report = Check(small, FirmwareImage.Build(small), [cold]);
                Assert.True(report.Pass, $"{oneC} A: {report.Worst}");
            },
            iter: 8,
            threads: 1);
    }

    [Fact]
    public void The_report_is_the_same_for_any_number_of_threads()
    {
        VerificationCase[] cases = [.. Hardest("rate", 60), .. Hardest("day", 25), .. Hardest("drive", 60)];
        byte[] image = FirmwareImage.Build(Cells.Pouch);

        Assert.Equal(Check(Cells.Pouch, image, cases, threads: 1).Cases, Check(Cells.Pouch, image, cases, threads: 4).Cases);
    }

    [Fact]
    public void A_check_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ModelCheck.Run(Cells.Pouch, threads: 2, progress: null, cancellation.Token));
    }

    [Fact]
    public void An_image_the_firmware_refuses_is_refused()
    {
        byte[] image = FirmwareImage.Build(Cells.Pouch);
        image[^1] ^= 1;

        Assert.Throws<ArgumentException>(() => Check(Cells.Pouch, image, Hardest("rate", 60)));
    }

    private static VerificationCase[] Hardest(string load, double ambient) => [.. VerificationCase.All(Cells.Pouch).Where(each => each.Load == load && each.Ambient == ambient)];

    private static CheckReport Check(CellParameters cell, byte[] image, IReadOnlyList<VerificationCase> cases, int threads = 2) =>
        ModelCheck.Run(cell, image, cases, threads, progress: null, TestContext.Current.CancellationToken);
}
