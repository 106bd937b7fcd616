using System.Collections.Generic;
using System.Device.I2c;
using Bms.Device;
using Bms.Device.Buses;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Buses;
using nanoFramework.Hardware.Esp32;
using Xunit;
using I2cBus = Bms.Device.Buses.I2cBus;

namespace Bms.Drivers.Tests;

/// <summary>The rule that all chips of a bus share: once more after no acknowledge, rest after a time-out.</summary>
public class BusRuleTests
{
    private static readonly byte[] _request = [0x00];

    [Theory]
    [InlineData(0, true, 1, 0)]
    [InlineData(1, true, 2, 1)]
    [InlineData(2, false, 2, 2)]
    [InlineData(3, false, 2, 2)]
    public void A_transfer_that_is_not_acknowledged_is_tried_once_more_at_once(int refusals, bool succeeds, int transactions, int failures) => Run((machine, target, chip, _, _) =>
    {
        target.Refusals = refusals;
        byte[] answer = [1, 2];
        Assert.Equal(succeeds, chip.Transfer(_request, 1, answer, 2));
        Assert.Equal(transactions, machine.FirstBus.Transactions);
        Assert.Equal(failures, chip.Failures);
        Assert.Equal(succeeds ? [0xA5, 0xA5] : new byte[] { 1, 2 }, answer);
        Assert.InRange(machine.Time_us, 0, 300);
    });

    [Fact]
    public void Every_part_of_a_transfer_may_be_empty() => Run((_, target, chip, _, _) =>
    {
        Assert.True(chip.Transfer([1, 2, 3], 3, [], 0));
        Assert.Equal([1, 2, 3], target.Written[^1]);
        Assert.True(chip.Transfer([1, 2, 3], 2, [], 0));
        Assert.Equal([1, 2], target.Written[^1]);
        byte[] answer = new byte[4];
        Assert.True(chip.Transfer([], 0, answer, 3));
        Assert.Equal([0xA5, 0xA5, 0xA5, 0], answer);
    });

    [Fact]
    public void A_bus_that_is_held_is_not_tried_again_at_once_and_rests_for_all_its_chips() => Run((machine, target, chip, other, elsewhere) =>
    {
        byte[] answer = new byte[2];
        machine.FirstBus.IsHeld = true;
        Assert.False(chip.Transfer(_request, 1, answer, 2));
        Assert.Equal(1, machine.FirstBus.Transactions);
        Assert.InRange(machine.Time_us, 1_000_000, 1_001_000);

        // while it rests nothing is tried, even if the bus is free again, and nothing takes time
        machine.FirstBus.IsHeld = false;
        long time_us = machine.Time_us;
        Assert.False(chip.Transfer(_request, 1, answer, 2));
        Assert.False(other.Transfer(_request, 1, answer, 2));
        Assert.Equal(1, machine.FirstBus.Transactions);
        Assert.Equal(time_us, machine.Time_us);

        // the other bus goes on
        Assert.True(elsewhere.Transfer(_request, 1, answer, 2));

        machine.Advance(990_000);
        Assert.False(other.Transfer(_request, 1, answer, 2));
        machine.Advance(12_000);
        Assert.True(other.Transfer(_request, 1, answer, 2));
        Assert.True(chip.Transfer(_request, 1, answer, 2));
        _ = target;
    });

    [Fact]
    public void A_bus_that_stays_held_is_tried_once_a_rest() => Run((machine, _, chip, _, _) =>
    {
        byte[] answer = new byte[2];
        machine.FirstBus.IsHeld = true;
        for (int tick = 0; tick < 500; tick++)
        {
            Assert.False(chip.Transfer(_request, 1, answer, 2));
            machine.Advance(20_000);
        }

        // 500 ticks of 20 ms, each rest of 1 s a hold of 1 s
        Assert.InRange(machine.FirstBus.Transactions, 9, 11);
    });

    [Fact]
    public void A_refusal_followed_by_a_held_bus_rests_as_well() => Run((machine, target, chip, _, _) =>
    {
        target.Refusals = 1;
        target.HoldsAfterRefusal = true;
        Assert.False(chip.Transfer(_request, 1, new byte[2], 2));
        Assert.Equal(2, machine.FirstBus.Transactions);
        Assert.False(chip.Transfer(_request, 1, new byte[2], 2));
        Assert.Equal(2, machine.FirstBus.Transactions);
    });

    private static void Run(Test test)
    {
        BoardWiring board = BoardWiring.Esp32DevKitC;
        Machine machine = new(board);
        Stub target = new(0x20);
        machine.FirstBus.Add(target);
        machine.FirstBus.Add(new Stub(0x21));
        machine.SecondBus.Add(new Stub(0x20));
        machine.Run(() =>
        {
            Configuration.SetPinFunction(board.FirstBusData, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(board.FirstBusClock, DeviceFunction.I2C1_CLOCK);
            Configuration.SetPinFunction(board.SecondBusData, DeviceFunction.I2C2_DATA);
            Configuration.SetPinFunction(board.SecondBusClock, DeviceFunction.I2C2_CLOCK);
            Clock clock = new();
            I2cBus first = new(1, I2cBusSpeed.FastMode, clock);
            test(machine, target, new I2cChip(first, 0x20), new I2cChip(first, 0x21), new I2cChip(new I2cBus(2, I2cBusSpeed.FastMode, clock), 0x20));
        });
    }

    private delegate void Test(Machine machine, Stub target, I2cChip chip, I2cChip other, I2cChip elsewhere);

    /// <summary>A chip that refuses as often as it is told, and answers with one byte.</summary>
    private sealed class Stub(int address) : I2cTarget("stub", address, 400_000)
    {
        public int Refusals { get; set; }

        public bool HoldsAfterRefusal { get; set; }

        public List<byte[]> Written { get; } = [];

        protected override int StuckRegister => 0;

        public override void CatchUp(long now_us)
        {
        }

        protected override bool Answers(long now_us)
        {
            bool refuses = Refusals > 0;
            Refusals -= refuses ? 1 : 0;
            HoldsClock = refuses && HoldsAfterRefusal;
            return !refuses;
        }

        protected override bool Write(System.ReadOnlySpan<byte> bytes, long now_us)
        {
            Written.Add(bytes.ToArray());
            return true;
        }

        protected override void Read(System.Span<byte> bytes, bool isRepeated, long now_us) => bytes.Fill(0xA5);
    }
}
