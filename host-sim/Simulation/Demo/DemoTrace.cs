using System.IO;
using Bms.Device.Demo;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Demo;

/// <summary>A demo trace as it was made.</summary>
/// <param name="Scenario">What it shows.</param>
/// <param name="Bytes">The trace, in the form that the firmware plays.</param>
/// <param name="Frames">Number of its frames.</param>
/// <param name="Digest">Digest of a core that took it in.</param>
public sealed record DemoTrace(Scenario Scenario, byte[] Bytes, int Frames, long Digest)
{
    /// <summary>Name of the built-in scenario it is made from, and of the trace itself.</summary>
    public const string Name = "demo";

    /// <summary>Replays the trace that the firmware carries.</summary>
    public static ReplayResult ReplayEmbedded()
    {
        using DemoReader embedded = new(EmbeddedTrace.Bytes());
        return Replay.Run(embedded, Name);
    }

    /// <summary>Makes the trace anew: the scenario in closed loop, recorded and thinned out.</summary>
    /// <remarks>The same on every machine as long as its mathematical functions agree to the last digits that the steps leave.</remarks>
    /// <exception cref="BadInputException">The recording can't be written.</exception>
    public static DemoTrace Make()
    {
        Scenario scenario = ScenarioLibrary.Load(Name);
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            new ClosedLoop(new RunOptions { Scenario = scenario, Cell = ProfileLibrary.Load(scenario.Profile), FrameFile = file }).Run();
            using FrameReader recording = new(file);
            return DemoRecorder.Thin(recording, scenario);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
