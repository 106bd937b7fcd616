using System;
using System.Collections.Generic;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device;
using Bms.Device.Boards;
using Bms.Device.Link;
using Bms.VirtualBoard;
using Xunit;

namespace Bms.Link.Tests;

/// <summary>Firmware and host over the virtual board's serial line, in its time.</summary>
public class VirtualLineTests
{
    private const int Tick_ms = BatteryManager.Tick_ms;

    [Fact]
    public void A_pack_in_the_loop_closes_its_contactors_and_opens_them_when_the_host_falls_silent()
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        HostRig rig = new(machine);
        rig.Looked = () => rig.IsSilent = machine.Time_us >= 10_000_000;
        long blocked_ms = 0;
        long open_ms = 0;
        RunEnd end = machine.Run(() => Firmware(machine, 14_000, (time_ms, _, decision) =>
        {
            if (decision.LimitCharge_uA > 0 && decision.LimitDischarge_uA > 0)
            {
                blocked_ms = time_ms + Tick_ms;
            }

            if (decision.ClosePositive && decision.CloseNegative)
            {
                open_ms = time_ms + Tick_ms;
            }
        }));
        Assert.Equal(RunEnd.Returned, end);
        Assert.InRange(blocked_ms, 10_000, 10_200);
        Assert.InRange(open_ms, 12_000, 13_000);
        Assert.Equal(ContactorState.Open, rig.Session.Decision!.State);
        Assert.Equal(LimitReason.Sensors, rig.Session.Decision.ChargeReason);
        Assert.Equal(0, machine.Link.Overruns);
        Assert.Equal((0, 0), (rig.Session.Damaged, rig.Session.Status!.Number("damaged")));
    }

    [Fact]
    public void What_the_host_measures_reaches_the_core_and_its_digest_the_host()
    {
        Machine machine = new(BoardWiring.Esp32S3DevKitC1);
        HostRig rig = new(machine);
        HashSet<long> digests = [];
        BatteryManager? manager = null;
        machine.Run(() => manager = Firmware(machine, 5_000, (_, stepped, _) => digests.Add(stepped.Digest)));
        Assert.Equal(3_753_000, manager!.Readings.HighestVoltage_uV);
        Assert.Equal(298_050, manager.Readings.LowestTemperature_mK);
        Assert.Contains(rig.Session.Status!.Number("digest"), digests);
        Assert.InRange(rig.Session.Decision!.HostTime_ms, 4_900u, 5_000u);
    }

    [Fact]
    public void After_a_restart_of_the_device_the_session_opens_again()
    {
        Machine machine = new(BoardWiring.Esp32DevKitC);
        HostRig rig = new(machine);
        machine.Run(() => Firmware(machine, 2_000, (_, _, _) => { }));
        Assert.True(rig.Session.IsOpen);
        machine.SwitchOff();
        machine.Wait(1_000_000);
        machine.PowerUp();
        long opened = 0;
        rig.Looked = () => opened += rig.Session.IsOpen ? 1 : 0;
        machine.Run(() => Firmware(machine, 2_000, (_, _, _) => { }));
        Assert.True(rig.Session.IsOpen);
        Assert.InRange(rig.Session.Decision!.Time_ms, 1_800u, 2_000u);
        Assert.InRange(opened, 90, 105);
    }

    // The loop of the firmware, with the link alone.
    private static BatteryManager Firmware(Machine machine, long until_ms, Action<long, BatteryManager, Decision> stepped)
    {
        BoardPins pins = BoardTable.Row(machine.Wiring.TargetName);
        CellProfile profile = new(ProfileImage.Read(EmbeddedProfile.Image()));
        PackProfile pack = PackProfile.Uniform(8, 8, 2);
        BatteryManager manager = new(profile, pack, new Settings());
        RestoredState remembered = new(8);
        Array.Fill(remembered.StateOfCharge_Q30, (int)(0.43 * (1 << 30)));
        Array.Fill(remembered.Contact_Q30, profile.ContactInitial_Q30);
        manager.Restore(remembered, 0);
        LinkBench target = new();
        HostLink link = new(new SerialLine(pins.LinkReceive, pins.LinkSend), target, target, new DeviceIdentity("BmsFirmware", "0.1.0", pins.Name, profile.Checksum, 3, pack), true);
        link.Attach(manager);
        Assert.True(link.Start());
        Clock clock = new();
        SensorFrame frame = new();
        Decision decision = new();
        int phase = 0;
        while (clock.WaitForTick() && clock.Time_ms <= until_ms)
        {
            frame.Time_ms = clock.Time_ms;
            link.Renew(frame, phase);
            manager.Step(frame, decision);
            link.Apply(decision);
            stepped(clock.Time_ms, manager, decision);
            phase = (phase + 1) % 5;
        }

        return manager;
    }
}
