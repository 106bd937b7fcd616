using System;
using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Storage;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Running;

/// <summary>The firmware of a run: the image of its cell, the map of its pack, its settings, what it remembers.</summary>
internal static class FirmwareUnderTest
{
    /// <summary>Cells that share a temperature sensor.</summary>
    private const int CellsPerSensor = 2;

    /// <summary>What the core of a scenario takes in before its first frame.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cell">The cell, as the firmware knows it.</param>
    /// <param name="limitersOff">Limiters that are switched off, a bit each.</param>
    /// <param name="correctsVoltage">Whether it corrects the voltage of its model.</param>
    public static FrameHeader Header(Scenario scenario, CellParameters cell, int limitersOff = 0, bool correctsVoltage = true)
    {
        PackProfile map = PackProfile.Uniform(scenario.Cells, scenario.CellsPerClamp, CellsPerSensor);
        Settings settings = new();
        settings.Change(Setting.VoltageCorrection, correctsVoltage ? 1 : 0);
        int soc_Q30 = (int)Math.Round(Math.Clamp((scenario.Soc + scenario.SocError) / 100, 0, 1) * (1 << 30));
        int contact_Q30 = (int)Math.Round(cell.Interface.ContactInitial * (1 << 30));
        RestoredState state = new(scenario.Cells);
        Array.Fill(state.StateOfCharge_Q30, soc_Q30);
        Array.Fill(state.Contact_Q30, contact_Q30);
        return new FrameHeader
        {
            Profile = FirmwareImage.Build(cell),
            ClampOfCell = map.ClampOfCell,
            SensorOfCell = map.SensorOfCell,
            Settings = [.. Enumerable.Range(0, Setting.Count).Select(settings.Value), .. limitersOff == 0 ? [] : new[] { limitersOff }],
            Restored = state,
            Start_ms = 0,
        };
    }
}
