using System;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace Bms.Device.HostTests;

/// <summary>The script that runs the tests on the virtual device, with tools of our own making in place of the real ones.</summary>
public sealed class VirtualDeviceScriptTests : IDisposable
{
    private const int Missing = 3;
    private const string Script = "run-nanoclr.sh";

    // what the script needs of a machine; whatever else this one has must not be found
    private static readonly string[] s_programs = ["dirname", "grep", "rm", "sed"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bms-device-");

    [Fact]
    public void Without_the_virtual_device_it_says_so_and_how_to_install_it()
    {
        (int code, string output) = Run();
        Assert.Equal(Missing, code);
        Assert.Contains("dotnet tool install -g nanoclr", output, StringComparison.Ordinal);
        Assert.Contains("tests/Device/Host", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_build_tooling_it_says_so()
    {
        Tool("nanoclr", "echo never called");
        (int code, string output) = Run();
        Assert.Equal(Missing, code);
        Assert.Contains("no msbuild", output, StringComparison.Ordinal);
        Assert.DoesNotContain("never called", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_passes_the_project_over_is_no_success()
    {
        Tool("nanoclr", "echo never called");
        Tool("nuget", "exit 0");
        Tool("msbuild", "exit 0");
        (int code, string output) = Run();
        Assert.Equal(Missing, code);
        Assert.Contains("passed the project over", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_the_tests_is_no_success()
    {
        Tool("nanoclr", "echo never called");
        Assert.Equal(Missing, Run(_folder.FullName).Code);
    }

    [Theory]
    [InlineData("echo 'Test passed,A.B.0,1'; echo 'Test passed,A.C.0,1'; echo Done.", 0, "2 passed, 0 failed")]
    [InlineData("echo 'Test passed,A.B.0,1'; echo 'Test failed,A.C.0,no'; echo Done.", 1, "1 passed, 1 failed")]
    [InlineData("echo 'Test passed,A.B.0,1'; echo Done.; exit 5", 1, "exit code 5")]
    [InlineData("echo 'Test passed,A.B.0,1'", 1, "stopped before it was done")]
    [InlineData("echo Done.", 1, "0 passed, 0 failed")]
    public void The_verdict_is_that_of_the_device(string device, int expected, string line)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "NFUnitTest.pe"), string.Empty);
        File.WriteAllText(Path.Combine(_folder.FullName, "mscorlib.pe"), string.Empty);
        Tool("nanoclr", $"echo \"called: $*\"; {device}");
        (int code, string output) = Run(_folder.FullName);
        Assert.Equal(expected, code);
        Assert.Contains(line, output, StringComparison.Ordinal);
        Assert.Matches("called: run --assemblies .*NFUnitTest.pe .*mscorlib.pe", output);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_wrong_usage() => Assert.Equal(2, Run(Path.Combine(_folder.FullName, "none")).Code);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Tool(string name, string script)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private (int Code, string Output) Run(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs bash");
        foreach (string program in s_programs)
        {
            File.CreateSymbolicLink(Path.Combine(_folder.FullName, program), File.Exists($"/usr/bin/{program}") ? $"/usr/bin/{program}" : $"/bin/{program}");
        }

        // a copy: the script replaces the build that lies beside it
        string script = Path.Combine(_folder.CreateSubdirectory("tests/Device").FullName, Script);
        File.Copy(Repository.Path($"tests/Device/{Script}"), script);
        ProcessStartInfo start = new("/bin/bash", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["PATH"] = _folder.FullName;
        using Process process = Process.Start(start);
        string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
