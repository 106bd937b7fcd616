using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>The program as a process of its own: streams, exit codes, signals.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Shell _shell = new();

    [Fact]
    public async Task A_process_writes_plainly_into_pipes()
    {
        using Process process = Start("run", "--current", _shell.At(Shell.ShortCurrent));
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Fine, string.Empty), (process.ExitCode, error));
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains(Path.Combine("runs", "current", "report.html"), output, StringComparison.Ordinal);
        Assert.True(File.Exists(_shell.At("runs/current/report.html")));
    }

    [Fact]
    public async Task A_built_profile_goes_where_results_go_unless_told()
    {
        using Process process = Start("profile", "build", "pellet-llzo-nmc");
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Fine, string.Empty), (process.ExitCode, error));
        Assert.True(File.Exists(_shell.At("runs/pellet-llzo-nmc/pellet-llzo-nmc.bmsp")));
    }

    [Fact]
    public async Task A_process_tells_bad_input_by_its_exit_code()
    {
        using Process process = Start("run", "--cells", "0");
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.BadInput, process.ExitCode);
        Assert.Equal($"--cells: found '0'; expected a whole number from 1 to 128{Environment.NewLine}", error);
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task A_signal_ends_a_run_and_leaves_nothing(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no signals there");
        Assert.SkipWhen(signal == "-INT" && InterruptIsIgnored(), "tests that run in the background of a shell hand down that interrupts are ignored");
        _shell.Write("long.yaml", "repeat: 1000\nsteps:\n  - Rest for 1000 hours\n");
        string[] before = _shell.Listing();
        using Process process = Start("run", "long.yaml", "--frames", "long.frames");
        while (!Directory.EnumerateFiles(_shell.Folder, ".long.frames*").Any() && !process.HasExited)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.Interrupted, $"interrupted; nothing was written{Environment.NewLine}"), (process.ExitCode, error));
        Assert.Equal(before, _shell.Listing());
    }

    public void Dispose() => _shell.Dispose();

    private static bool InterruptIsIgnored()
    {
        const string Status = "/proc/self/status";
        const string Mask = "SigIgn:";
        const ulong Interrupt = 1 << 1;
        return File.Exists(Status)
            && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(Mask, StringComparison.Ordinal)) is { } mask
            && (Convert.ToUInt64(mask[Mask.Length..].Trim(), 16) & Interrupt) != 0;
    }

    private Process Start(params string[] words)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "bms-sim.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. words]) { WorkingDirectory = _shell.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
