using System;
using System.Linq;
using Bms.Device;
using Bms.Plant.Parameters;
using Bms.Simulation.Boards;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Faults;

namespace Bms.Simulation.Costing;

/// <summary>A stretch of operation of the firmware's application on the virtual board, in closed loop with the pack.</summary>
internal sealed record BoardTrace
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Clamps that the cells are spread over.</summary>
    public int Clamps { get; init; } = 1;

    /// <summary>Steps of the load.</summary>
    public required string[] Steps { get; init; }

    /// <summary>What fails on the board, as <see cref="FaultEvent.Parse"/> reads it.</summary>
    public string[] Faults { get; init; } = [];

    /// <summary>Runs a trace. Loaded beside woven firmware, this method runs that.</summary>
    /// <param name="name">Name of the trace.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="cells">Cells in series.</param>
    /// <param name="leave">Told that the firmware waits, and for how long, µs, before anything outside goes on.</param>
    /// <param name="enter">Told that the firmware goes on.</param>
    /// <param name="tick">Told that a tick is over, with its time, µs, and the transactions on all buses since power-up.</param>
    /// <param name="end">Told at the end what the firmware holds: first the application, then what belongs to the core.</param>
    /// <returns>Digest of the core.</returns>
    /// <exception cref="Bms.Profiles.BadInputException">The pack does not fit the board, or the cell the firmware.</exception>
    /// <exception cref="InvalidOperationException">The firmware was started again.</exception>
    public static string Run(string name, CellParameters cell, int cells, Action<long> leave, Action enter, Action<long, long> tick, Action<object[]> end) =>
        BoardTraces.All.First(trace => trace.Name == name).Run(cell, cells, leave, enter, tick, end);

    private string Run(CellParameters cell, int cells, Action<long> leave, Action enter, Action<long, long> tick, Action<object[]> end)
    {
        Scenario scenario = new()
        {
            Name = Name,
            Title = Name,
            Cells = cells,
            CellsPerClamp = (cells + Clamps - 1) / Clamps,
            Steps = [.. Steps.Select(sentence => StepSentence.Parse(sentence))],
        };
        using BoardLoop loop = new(new BoardOptions { Run = new RunOptions { Scenario = scenario, Cell = cell }, Faults = FaultSchedule.Parse(Faults) });
        Machine machine = loop.Board.Machine;
        Action<long> follow = machine.TimeMoved!;
        Application? application = null;
        long last_us = 0;
        loop.Stepped = stepped =>
        {
            application = stepped;
            tick(last_us, machine.FirstBus.Transactions + machine.SecondBus.Transactions);
        };
        machine.TimeMoved = time_us =>
        {
            leave(time_us - last_us);
            follow(time_us);
            last_us = time_us;
            enter();
        };
        RunResult result = loop.Run();
        if (loop.Starts != 1 || application is null)
        {
            throw new InvalidOperationException($"the firmware was started {loop.Starts} times in the trace '{Name}'");
        }

        end([application, application.Manager, application.Frame, application.Decision, application.Mode.Pack, application.Mode.Settings]);
        return result.Summary.Digest;
    }
}
