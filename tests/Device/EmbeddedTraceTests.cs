using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Demo;
using nanoFramework.TestFramework;

namespace Bms.Device.Tests;

/// <summary>The trace that the firmware carries, through the whole battery manager.</summary>
[TestClass]
public class EmbeddedTraceTests
{
    private const int Second = 1000 / BatteryManager.Tick_ms;

    /// <summary>Ten minutes of operation: one decision that differs anywhere shows.</summary>
    [TestMethod]
    public void The_whole_trace_leads_to_the_digest_of_the_host()
    {
        TracePlayer player = new TracePlayer(EmbeddedTrace.Bytes());
        BatteryManager manager = Manager(player);
        SensorFrame frame = new SensorFrame();
        Decision decision = new Decision();
        int frames = 0;
        while (player.Fill(frame))
        {
            manager.Step(frame, decision);
            frames++;
        }

        Assert.AreEqual(30000, frames);
        Assert.AreEqual(599980L, frame.Time_ms);
        Assert.AreEqual(EmbeddedTrace.Digest, manager.Digest);
    }

    /// <summary>Limits are 0 and contactors open until everything has been seen; then both follow.</summary>
    [TestMethod]
    public void The_pack_is_closed_and_released_within_its_first_seconds()
    {
        TracePlayer player = new TracePlayer(EmbeddedTrace.Bytes());
        BatteryManager manager = Manager(player);
        Decision decision = new Decision();
        SensorFrame frame = new SensorFrame();
        Play(player, manager, frame, decision, 1);

        Assert.AreEqual(0, decision.LimitCharge_uA);
        Assert.AreEqual(0, decision.LimitDischarge_uA);
        Assert.IsFalse(decision.ClosePositive);

        Play(player, manager, frame, decision, 8 * Second);

        Assert.AreEqual((int)ContactorState.Closed, (int)manager.Contactors);
        Assert.IsTrue(decision.LimitCharge_uA > 500000);
        Assert.IsTrue(decision.LimitDischarge_uA > 100000);
        Assert.AreEqual((int)LimitReason.Plating, (int)decision.ChargeReason);
        Assert.AreEqual((int)LimitReason.Stripping, (int)decision.DischargeReason);
    }

    /// <summary>One microampere in one frame.</summary>
    [TestMethod]
    public void The_smallest_change_of_a_reading_is_another_digest()
    {
        Assert.AreEqual(Digest(0), Digest(0));
        Assert.AreNotEqual(Digest(0), Digest(1));
    }

    /// <summary>A trace that a later version has written.</summary>
    [TestMethod]
    public void A_trace_of_another_version_is_not_played()
    {
        byte[] bytes = EmbeddedTrace.Bytes();
        bytes[0]++;
        TracePlayer player = new TracePlayer(bytes);

        Assert.AreEqual(0, player.FrameCount);
        Assert.IsFalse(player.Fill(new SensorFrame()));
    }

    private static long Digest(int error_uA)
    {
        TracePlayer player = new TracePlayer(EmbeddedTrace.Bytes());
        BatteryManager manager = Manager(player);
        SensorFrame frame = new SensorFrame();
        Decision decision = new Decision();
        Play(player, manager, frame, decision, Second);
        player.Fill(frame);
        frame.Value[Channel.PackCurrentA] += error_uA;
        manager.Step(frame, decision);
        return manager.Digest;
    }

    private static BatteryManager Manager(TracePlayer player)
    {
        CellProfile profile = new CellProfile(ProfileImage.Read(EmbeddedProfile.Image()));
        BatteryManager manager = new BatteryManager(profile, player.Pack(), new Settings());
        manager.Restore(player.State(), 0);
        return manager;
    }

    private static void Play(TracePlayer player, BatteryManager manager, SensorFrame frame, Decision decision, int frames)
    {
        for (int k = 0; k < frames; k++)
        {
            Assert.IsTrue(player.Fill(frame));
            manager.Step(frame, decision);
        }
    }
}
