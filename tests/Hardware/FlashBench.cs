using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Bms.Hardware.Tests;

/// <summary>
/// A folder laid out like the repository, with a flash script, an application image, and a PATH on which dotnet and nanoff are
/// stand-ins: nanoff writes down how it is called and plays a board whose answers are files.
/// </summary>
public sealed class FlashBench : IDisposable
{
    /// <summary>A character device that anybody may open, in the place of a serial port.</summary>
    public const string Port = "/dev/zero";

    private const string StandInForNanoff = """
        #!/bin/sh
        case "$*" in
            *--version*) cat "$BOARD/version" >&2; exit 0 ;;
        esac
        echo "$*" >> "$BOARD/calls"
        case "$*" in
            *--devicedetails*)
                echo "Firmware build Info:"
                echo "  CLR Version: 1.17.0.339"
                echo "Assemblies:"
                cat "$BOARD/assemblies"
                echo "Native Assemblies:"
                cat "$BOARD/natives"
                exit "$(cat "$BOARD/details.exit")"
                ;;
            *--update*) exit "$(cat "$BOARD/update.exit")" ;;
            *--deploy*)
                cat "$BOARD/arriving" > "$BOARD/assemblies"
                cp "$BOARD/details.exit.after" "$BOARD/details.exit"
                exit "$(cat "$BOARD/deploy.exit")"
                ;;
        esac

        """;

    private const string StandInForDotnet = "#!/bin/sh\necho 10.0.100\n";

    // What the scripts may count on where they run.
    private static readonly string[] Tools = ["awk", "basename", "cat", "cp", "dirname", "find", "grep", "head", "sh", "sleep", "sort", "test", "tr", "wc"];

    private readonly string _script;
    private readonly string _interpreter;

    public FlashBench(string script)
    {
        _script = script;
        _interpreter = script == "flash.sh" ? "bash" : "pwsh";
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-ins for nanoff and dotnet are shell scripts");
        Assert.SkipUnless(Find(_interpreter) is not null, $"{_interpreter} is not installed");

        foreach (string folder in new[] { "hardware", "firmware/bin/Release", "board", "programs" })
        {
            Directory.CreateDirectory(At(folder));
        }

        File.Copy(Repository.At("hardware", script), At($"hardware/{script}"));
        File.Copy(Repository.At("hardware", "native-checksums.txt"), At("hardware/native-checksums.txt"));
        foreach (string tool in Tools)
        {
            File.CreateSymbolicLink(At($"programs/{tool}"), Find(tool) ?? throw new FileNotFoundException($"no {tool} on the PATH"));
        }

        Program("dotnet", StandInForDotnet);
        Program("nanoff", StandInForNanoff);
        Write(Image, "NFMRK1\0\0and what the assemblies hold");
        Board("version", "nanoff 2.5.162+f3c1a2b");
        Board("natives", string.Join('\n', NativeChecksums.Select(native => $"  {native.Name} v100.0.0.1, checksum {native.Checksum}")));
        Board("assemblies", "  mscorlib, 1.17.11.0\n");
        Board("arriving", "  BmsFirmware, 0.1.0.0\n  Bms.Core, 0.1.0.0\n  mscorlib, 1.17.11.0\n");
        foreach (string file in new[] { "update.exit", "deploy.exit", "details.exit", "details.exit.after" })
        {
            Board(file, "0");
        }
    }

    /// <summary>The two scripts.</summary>
    public static string[] Twins => ["flash.sh", "flash.ps1"];

    /// <summary>What the packages need of a board.</summary>
    public static IReadOnlyList<(string Name, string Checksum)> NativeChecksums =>
        [.. Repository.Hardware("native-checksums.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => (words[0], words[1]))];

    /// <summary>The image that is deployed when none is named.</summary>
    public static string Image => "firmware/bin/Release/BmsFirmware.bin";

    /// <summary>How nanoff was called, its version apart.</summary>
    public string[] Calls => File.Exists(At("board/calls")) ? File.ReadAllLines(At("board/calls")) : [];

    private string Root { get; } = Directory.CreateTempSubdirectory("bms-flash-").FullName;

    /// <summary>Path of something in the folder.</summary>
    public string At(string name) => Path.Combine(Root, name);

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => File.WriteAllText(At(name), text);

    /// <summary>Sets what the board, or nanoff before it, answers.</summary>
    public void Board(string answer, string text) => Write($"board/{answer}", text + "\n");

    /// <summary>Takes a file or a program away.</summary>
    public void Remove(string name) => File.Delete(At(name));

    /// <summary>Runs the script. Options are written as flash.sh takes them; flash.ps1 gets its own spelling of them.</summary>
    public async Task<(int ExitCode, string Output, string Error)> Run(params string[] options)
    {
        string[] before = _interpreter == "bash" ? [] : ["-NoProfile", "-File"];
        var start = new ProcessStartInfo(Find(_interpreter)!, [.. before, At($"hardware/{_script}"), .. options.Select(Spelled)])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = At("programs");
        start.Environment["BOARD"] = At("board");
        start.Environment["FLASH_PAUSE_S"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    // --dry-run is -DryRun there.
    private string Spelled(string option) => _interpreter == "bash" || !option.StartsWith("--", StringComparison.Ordinal)
        ? option
        : "-" + string.Concat(option[2..].Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private void Program(string name, string text)
    {
        Write($"programs/{name}", text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At($"programs/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
