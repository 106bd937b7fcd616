using System;
using System.Device.Gpio;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class FrontEndProtectionTests
{
    [Fact]
    public void Overvoltage_alerts_at_once_and_trips_after_its_delay()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            bench.World.CellVoltages_V[2] = 4.4;
            bench.Sleep(130);
            Assert.Equal(0x08, host.U1(0x02));
            Assert.Equal(0, host.U1(0x03));
            bench.Sleep(260);
            Assert.Equal(0x08, host.U1(0x03));
        });
    }

    [Fact]
    public void Undervoltage_recovers_above_its_hysteresis_after_the_recovery_time()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            bench.World.CellVoltages_V[7] = 2.5;
            bench.Sleep(500);
            Assert.Equal(0x04, host.U1(0x03));
            bench.World.CellVoltages_V[7] = 2.56;
            bench.Sleep(5000);
            Assert.Equal(0x04, host.U1(0x03));
            bench.World.CellVoltages_V[7] = 2.7;
            bench.Sleep(2500);
            Assert.Equal(0x04, host.U1(0x03));
            bench.Sleep(1000);
            Assert.Equal(0, host.U1(0x03));
        });
    }

    [Fact]
    public void Cells_that_are_not_there_trip_nothing_if_the_chip_is_told_so()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            bench.Sleep(2000);
            Assert.Equal(0, host.U1(0x03));
            host.Configure(() => host.Set(0x9304, 0x00, 0x00));
            bench.Sleep(2000);
            Assert.Equal(0x04, host.U1(0x03));
        });
    }

    [Theory]
    [InlineData(12.0, 0x10, 20)]
    [InlineData(-20.0, 0x20, 10)]
    [InlineData(-14.0, 0x40, 30)]
    public void Overcurrent_trips_after_its_delay(double current_A, byte bit, double delay_ms)
    {
        // 2 mV, 4 * 2 mV and 3 * 2 mV on 0.5 mohm
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(protections: bit, more: () => host.Set(0x9280, 2, 4));
            bench.World.Current_A = current_A;
            bench.Sleep(4);
            Assert.Equal(bit, host.U1(0x02) & bit);
            Assert.Equal(0, host.U1(0x03) & bit);
            bench.Sleep(delay_ms + 4);
            Assert.Equal(bit, host.U1(0x03) & bit);
        });
    }

    [Fact]
    public void A_short_circuit_trips_at_once_and_raises_the_alert_line()
    {
        new Bench().Run(bench =>
        {
            GpioPin alert = new GpioController().OpenPin(bench.Machine.Wiring.Alert, PinMode.Input);
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9286, 2));
            host.Write(0x62, 0xFF, 0xFF);
            Assert.Equal(PinValue.Low, alert.Read());
            bench.World.Current_A = -150;
            bench.Sleep(4);
            Assert.Equal(PinValue.High, alert.Read());
            Assert.Equal(0x80, host.U1(0x03) & 0x80);
            Assert.Equal(0x4000, host.U2(0x62) & 0x4000);
        });
    }

    [Fact]
    public void An_alert_stays_until_it_is_cleared_and_comes_back_while_its_cause_lasts()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            bench.World.CellVoltages_V[2] = 4.4;
            bench.Sleep(500);
            Assert.Equal(0x4000, host.U2(0x62) & 0x4000);
            host.Write(0x62, 0x00, 0x40);
            Assert.Equal(0, host.U2(0x62) & 0x4000);
            bench.Sleep(130);
            Assert.Equal(0x4000, host.U2(0x62) & 0x4000);
            bench.World.CellVoltages_V[2] = 3.7;
            bench.Sleep(4000);
            Assert.Equal(0x4000, host.U2(0x62) & 0x4000);
            host.Write(0x62, 0x00, 0xF0);
            bench.Sleep(130);
            Assert.Equal(0, host.U2(0x62) & 0x4000);
        });
    }

    [Fact]
    public void The_alert_line_is_high_while_its_pin_is_not_configured()
    {
        new Bench().Run(bench =>
        {
            GpioPin alert = new GpioController().OpenPin(bench.Machine.Wiring.Alert, PinMode.Input);
            Assert.Equal(PinValue.High, alert.Read());
            new FrontEndHost(bench).Prepare();
            Assert.Equal(PinValue.Low, alert.Read());
            bench.Machine.Pins[bench.Machine.Wiring.Alert].IsCut = true;
            Assert.Equal(PinValue.High, alert.Read());
        });
    }

    [Fact]
    public void A_hot_cell_trips_after_its_seconds()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9262, 0x10));
            bench.World.SensorTemperatures_K[0] = 273.15 + 57;
            bench.Sleep(1000);
            Assert.Equal(0x10, host.U1(0x04));
            Assert.Equal(0, host.U1(0x05));
            bench.Sleep(2000);
            Assert.Equal(0x10, host.U1(0x05));
            Assert.Equal(0x8000, host.U2(0x62) & 0x8000);
        });
    }

    [Fact]
    public void A_silent_host_trips_the_host_watchdog()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () =>
            {
                host.Set(0x9263, 0x02);
                host.Set(0x92B2, 2, 0);
            });
            bench.Sleep(1500);
            Assert.Equal(0, host.U1(0x07));
            bench.Sleep(2500);
            Assert.Equal(0x02, host.U1(0x07));
        });
    }

    [Fact]
    public void Fets_are_off_until_they_are_enabled_and_while_a_protection_holds()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            Assert.Equal(0, host.U1(0x7F) & 0x05);
            host.Command(0x0022);
            Assert.Equal(0x10, BitConverter.ToUInt16(host.Ask(0x0057)) & 0x10);
            Assert.Equal(0x05, host.U1(0x7F) & 0x05);
            bench.World.CellVoltages_V[0] = 4.4;
            bench.Sleep(500);
            Assert.Equal(0x04, host.U1(0x7F) & 0x05);
            host.Command(0x0095);
            Assert.Equal(0, host.U1(0x7F) & 0x05);
        });
    }
}
