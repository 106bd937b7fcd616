using System;
using Bms.Device;
using Bms.VirtualBoard;
using Xunit;

namespace Bms.Application.Tests.Benches;

/// <summary>Code of the firmware on a bare microcontroller.</summary>
internal static class Controller
{
    /// <summary>Runs it; all time passes in what it calls.</summary>
    public static Machine Run(Action<Machine> code)
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        Assert.Equal(RunEnd.Returned, machine.Run(() => code(machine)));
        return machine;
    }

    /// <summary>A clock in its loop.</summary>
    public static Machine Tick(Action<Machine, Clock> code) => Run(machine =>
    {
        Clock clock = new();
        clock.Begin();
        clock.WaitForTick();
        code(machine, clock);
    });
}
