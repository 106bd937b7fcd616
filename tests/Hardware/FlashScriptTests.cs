using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bms.Hardware.Tests;

/// <summary>The flash scripts, run as a person runs them, against a board that is played.</summary>
public sealed class FlashScriptTests
{
    private const string Details = $"--nanodevice --serialport {FlashBench.Port} --devicedetails";
    private const string Update = $"--target ESP32_REV3 --serialport {FlashBench.Port} --update";

    // What may be missing: the exit code that tells it, and how it comes about; what comes back is the port to name.
    private static readonly Dictionary<string, (int ExitCode, Func<FlashBench, string> Arrange)> Troubles = new()
    {
        ["no dotnet"] = (3, bench => Without(bench, "programs/dotnet")),
        ["no nanoff"] = (4, bench => Without(bench, "programs/nanoff")),
        ["an old nanoff"] = (4, bench => Version(bench, "nanoff 2.5.99+0123abc")),
        ["a nanoff of unknown version"] = (4, bench => Version(bench, "no such command")),
        ["no port"] = (5, _ => "/dev/nowhere"),
        ["a file as port"] = (5, bench => bench.At(FlashBench.Image)),
        ["no image"] = (6, bench => Without(bench, FlashBench.Image)),
        ["an image that is an archive"] = (6, bench => Holding(bench, "PK and what an archive holds")),
        ["an image larger than its partition"] = (6, bench => Holding(bench, "NFMRK1".PadRight((1792 * 1024) + 1))),
    };

    /// <summary>Both scripts, each with everything that may be missing.</summary>
    public static MatrixTheoryData<string, string> EveryTrouble => new(FlashBench.Twins, Troubles.Keys);

    /// <summary>Both scripts, each with what a nanoff that is new enough calls itself.</summary>
    public static MatrixTheoryData<string, string> GoodVersions =>
        new(FlashBench.Twins, ["nanoff 2.5.162", "nanoff 2.10.0+0123abc", "nanoff 3.0.0-preview.1"]);

    /// <summary>Both scripts, each with options that make no sense.</summary>
    public static MatrixTheoryData<string, string> BadUsages =>
        new(
            FlashBench.Twins,
            [
                "",
                "--board esp32",
                "--port /dev/zero",
                "--board esp8266 --port /dev/zero",
                "--board esp32 --port /dev/zero --frobnicate",
                "--board esp32 --port /dev/zero --target ESP32_S3_QUAD",
                "--board esp32 --port /dev/zero --target ESP32_C3",
                "--board esp32 --port /dev/zero --target REV3",
                "--board esp32s3 --port /dev/zero --target ESP32_REV3",
            ]);

    /// <summary>Both scripts.</summary>
    public static TheoryData<string> Twins => [.. FlashBench.Twins];

    [Theory, MemberData(nameof(Twins))]
    public async Task A_board_is_updated_compared_flashed_and_looked_at(string script)
    {
        using var bench = new FlashBench(script);

        (int exitCode, string output, string error) = await bench.Run("--board", "esp32", "--port", FlashBench.Port, "--update");

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Equal([Update, Details, Deploy(bench), Details], bench.Calls);
        Assert.Equal(["Step 1 of 4", "Step 2 of 4", "Step 3 of 4", "Step 4 of 4"], Steps(output));
        Assert.Contains("switch off the supply of the contactors", output, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task The_image_of_the_board_stays_unless_an_update_is_asked_for(string script)
    {
        using var bench = new FlashBench(script);

        (int exitCode, string output, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(0, exitCode);
        Assert.Equal([Details, Deploy(bench), Details], bench.Calls);
        Assert.Equal(["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"], Steps(output));
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task The_other_board_has_its_own_image_and_address(string script)
    {
        using var bench = new FlashBench(script);

        await bench.Run("--board", "esp32s3", "--port", FlashBench.Port, "--update");

        Assert.Equal($"--target ESP32_S3_OCTAL --serialport {FlashBench.Port} --update", bench.Calls[0]);
        Assert.Equal(Deploy(bench, "ESP32_S3_OCTAL", "0x1B0000"), bench.Calls[2]);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task Another_image_of_the_same_chip_may_be_named(string script)
    {
        using var bench = new FlashBench(script);

        await bench.Run("--board", "esp32", "--port", FlashBench.Port, "--target", "ESP32_PSRAM_REV3");

        Assert.Equal(Deploy(bench, "ESP32_PSRAM_REV3"), bench.Calls[1]);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task An_application_of_another_name_is_looked_for_under_that_name(string script)
    {
        using var bench = new FlashBench(script);
        bench.Write("Unit tests.bin", "NFMRK1");
        bench.Board("arriving", "  Unit tests, 1.0.0.0");

        (int exitCode, _, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port, "--image", bench.At("Unit tests.bin"));

        Assert.Equal(0, exitCode);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task A_dry_run_prints_every_command_and_runs_none(string script)
    {
        using var bench = new FlashBench(script);

        (int exitCode, string output, string error) = await bench.Run("--board", "esp32", "--port", FlashBench.Port, "--update", "--dry-run");

        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Empty(bench.Calls);
        Assert.Equal([Update, Details, Deploy(bench), Details], Lines(output, "  > nanoff "));
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task A_dry_run_names_all_that_is_missing_and_still_prints_the_commands(string script)
    {
        using var bench = new FlashBench(script);
        bench.Remove("programs/nanoff");
        bench.Remove(FlashBench.Image);

        (int exitCode, string output, string error) = await bench.Run("--board", "esp32", "--port", "/dev/nowhere", "--dry-run");

        Assert.Equal(4, exitCode);
        Assert.Equal(3, Lines(error, "flash: ").Length);
        Assert.Equal(3, Lines(output, "  > nanoff ").Length);
    }

    [Theory, MemberData(nameof(EveryTrouble))]
    public async Task Nothing_is_done_while_something_is_missing(string script, string trouble)
    {
        using var bench = new FlashBench(script);
        (int expected, Func<FlashBench, string> arrange) = Troubles[trouble];

        (int exitCode, _, string error) = await bench.Run("--board", "esp32", "--port", arrange(bench), "--update");

        Assert.Equal(expected, exitCode);
        Assert.Empty(bench.Calls);
        Assert.Single(Lines(error, "flash: "));
    }

    [Theory, MemberData(nameof(GoodVersions))]
    public async Task A_newer_nanoff_is_good_enough(string script, string version)
    {
        using var bench = new FlashBench(script);
        bench.Board("version", version);

        (int exitCode, _, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(0, exitCode);
    }

    [Theory, MemberData(nameof(BadUsages))]
    public async Task Bad_usage_is_refused(string script, string options)
    {
        using var bench = new FlashBench(script);

        (int exitCode, string output, string error) = await bench.Run(options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, string.Empty), (exitCode, output));
        Assert.Single(Lines(error, "flash: "));
        Assert.Empty(bench.Calls);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task A_failed_update_ends_it(string script)
    {
        using var bench = new FlashBench(script);
        bench.Board("update.exit", "163");

        (int exitCode, _, string error) = await bench.Run("--board", "esp32", "--port", FlashBench.Port, "--update");

        Assert.Equal(7, exitCode);
        Assert.Equal([Update], bench.Calls);
        Assert.Contains("nanoff ended with 163", error, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task Nothing_is_deployed_on_a_board_of_another_checksum(string script)
    {
        using var bench = new FlashBench(script);
        string natives = string.Join('\n', FlashBench.NativeChecksums.Skip(2).Select(native => $"  {native.Name} v1.0.0.0, checksum {native.Checksum}"));
        bench.Board("natives", $"  mscorlib v100.5.0.19, checksum 0x0BADF00D\n{natives}");

        (int exitCode, string output, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(8, exitCode);
        Assert.Equal([Details], bench.Calls);
        Assert.Equal(
            [
                $"System.Math: the packages need {FlashBench.NativeChecksums[1].Checksum}, the board has none",
                $"mscorlib: the packages need {FlashBench.NativeChecksums[0].Checksum}, the board has 0x0BADF00D",
            ],
            Lines(output, "  ").Where(line => line.Contains("the packages need", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task Nothing_is_deployed_on_a_board_that_does_not_answer(string script)
    {
        using var bench = new FlashBench(script);
        bench.Board("details.exit", "209");

        (int exitCode, _, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(8, exitCode);
        Assert.Equal([Details, Details, Details], bench.Calls);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task A_failed_deployment_is_told(string script)
    {
        using var bench = new FlashBench(script);
        bench.Board("deploy.exit", "160");

        (int exitCode, _, string error) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(9, exitCode);
        Assert.Equal([Details, Deploy(bench)], bench.Calls);
        Assert.Contains("nanoff ended with 160", error, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task A_deployment_that_the_board_does_not_run_is_told(string script)
    {
        using var bench = new FlashBench(script);
        bench.Board("arriving", "  mscorlib, 1.17.11.0\n  BmsFirmware.Other, 1.0.0.0");

        (int exitCode, _, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(10, exitCode);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task A_board_that_is_silent_after_its_deployment_is_told(string script)
    {
        using var bench = new FlashBench(script);
        bench.Board("details.exit.after", "209");

        (int exitCode, _, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(10, exitCode);
        Assert.Equal([Details, Deploy(bench), Details, Details, Details], bench.Calls);
    }

    [Theory, MemberData(nameof(Twins))]
    public async Task Sources_newer_than_the_image_are_noted(string script)
    {
        using var bench = new FlashBench(script);
        bench.Write("firmware/Program.cs", "// changed since");
        File.SetLastWriteTimeUtc(bench.At(FlashBench.Image), File.GetLastWriteTimeUtc(bench.At("firmware/Program.cs")).AddMinutes(-1));

        (int exitCode, string output, _) = await bench.Run("--board", "esp32", "--port", FlashBench.Port);

        Assert.Equal(0, exitCode);
        Assert.Contains("note: firmware/Program.cs is newer than the image", output, StringComparison.Ordinal);
    }

    private static string Without(FlashBench bench, string name)
    {
        bench.Remove(name);
        return FlashBench.Port;
    }

    private static string Version(FlashBench bench, string told)
    {
        bench.Board("version", told);
        return FlashBench.Port;
    }

    private static string Holding(FlashBench bench, string content)
    {
        bench.Write(FlashBench.Image, content);
        return FlashBench.Port;
    }

    private static string Deploy(FlashBench bench, string target = "ESP32_REV3", string address = "0x1E0000") =>
        $"--target {target} --serialport {FlashBench.Port} --deploy --image {bench.At(FlashBench.Image)} --address {address}";

    private static string[] Steps(string output) => [.. Lines(output, "Step ").Select(line => $"Step {line.Split(':')[0]}")];

    private static string[] Lines(string text, string start) =>
        [.. text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..])];
}
