using System.Collections.Generic;
using System.Device.Gpio;
using System.Linq;
using Bms.Core;
using Bms.Device.Drivers;
using Bms.VirtualBoard;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The contactors' coils: nothing before it is decided, and opening before closing.</summary>
public class ContactorOutputsTests
{
    private static readonly BoardWiring _board = BoardWiring.Esp32DevKitC;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Opening_the_outputs_drives_nothing_whatever_the_latch_still_holds(bool isHigh)
    {
        Machine machine = new(_board);
        LevelLog log = new(machine, _board.ContactorNegative, _board.ContactorPrecharge, _board.ContactorPositive);
        machine.Run(() =>
        {
            GpioController pins = new();
            foreach (int number in new[] { _board.ContactorNegative, _board.ContactorPrecharge, _board.ContactorPositive })
            {
                using GpioPin pin = pins.OpenPin(number, PinMode.Output);
                pin.Write(isHigh);
            }

            log.Forget();
            _ = Outputs(pins);
            Assert.Empty(log.Changes);
        });
    }

    [Fact]
    public void Contactors_do_what_is_decided() => Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool).Array[1, 20].Sample(decisions =>
    {
        Machine machine = new(_board);
        machine.Run(() =>
        {
            ContactorOutputs outputs = Outputs(new GpioController());
            foreach ((bool negative, bool precharge, bool positive) in decisions)
            {
                outputs.Apply(new Decision { CloseNegative = negative, ClosePrecharge = precharge, ClosePositive = positive });
                Assert.Equal(negative, machine.Pins[_board.ContactorNegative].IsHigh);
                Assert.Equal(precharge, machine.Pins[_board.ContactorPrecharge].IsHigh);
                Assert.Equal(positive, machine.Pins[_board.ContactorPositive].IsHigh);
                Assert.Equal(negative || precharge || positive, outputs.AnyIsClosed);
            }
        });
    }, iter: 50);

    [Fact]
    public void What_opens_opens_before_anything_closes() => Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Sample((before, after) =>
    {
        Machine machine = new(_board);
        LevelLog log = new(machine, _board.ContactorNegative, _board.ContactorPrecharge, _board.ContactorPositive);
        machine.Run(() =>
        {
            ContactorOutputs outputs = Outputs(new GpioController());
            outputs.Apply(Closed(before));
            log.Forget();
            outputs.Apply(Closed(after));
            List<bool> order = [.. log.Changes.Select(change => change.IsHigh)];
            Assert.Equal(order.Order(), order);
            Assert.Equal(int.PopCount(before ^ after), order.Count);
        });
    }, iter: 64);

    [Fact]
    public void A_decision_that_stands_touches_no_pin_and_the_safe_state_opens_all()
    {
        Machine machine = new(_board);
        LevelLog log = new(machine, _board.ContactorNegative, _board.ContactorPrecharge, _board.ContactorPositive);
        machine.Run(() =>
        {
            ContactorOutputs outputs = Outputs(new GpioController());
            outputs.Apply(Closed(7));
            log.Forget();
            outputs.Apply(Closed(7));
            Assert.Empty(log.Changes);
            outputs.OpenAll();
            Assert.Equal(3, log.Changes.Count(change => !change.IsHigh));
            outputs.Apply(Closed(0));
            Assert.Equal(3, log.Changes.Count);
            outputs.Apply(Closed(7));
            Assert.True(machine.Pins[_board.ContactorPositive].IsHigh);
        });
    }

    private static ContactorOutputs Outputs(GpioController pins) => new(pins, _board.ContactorNegative, _board.ContactorPrecharge, _board.ContactorPositive);

    private static Decision Closed(int bits) => new() { CloseNegative = (bits & 1) != 0, ClosePrecharge = (bits & 2) != 0, ClosePositive = (bits & 4) != 0 };
}
