using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Simulation.Link;
using Xunit;

namespace Bms.Link.Tests;

/// <summary>What the device tells without being asked.</summary>
public class TelemetryTests
{
    [Fact]
    public void A_decision_comes_every_100_ms_a_status_every_second_and_so_do_the_estimates_of_one_cell()
    {
        LinkBench bench = LinkBench.Greeted();
        for (int second = 0; second < 5; second++)
        {
            List<LinkMessage> messages = bench.Answers(50);
            Assert.Equal(10, messages.Count(message => message.Row.Name == "decision"));
            Assert.Equal(1, messages.Count(message => message.Row.Name == "status"));
            Assert.Equal(1, messages.Count(message => message.Row.Name == "estimates"));
        }
    }

    [Fact]
    public void A_tick_tells_one_thing_at_most()
    {
        LinkBench bench = LinkBench.Greeted();
        for (int tick = 0; tick < 200; tick++)
        {
            Assert.InRange(bench.Answers().Count, 0, 1);
        }
    }

    [Fact]
    public void A_decision_has_all_that_was_decided()
    {
        LinkBench bench = LinkBench.Greeted().Update(123_456, Channel.PackCurrentA, 0, 1).Tick();
        bench.Decision.LimitCharge_uA = 12_345_678;
        bench.Decision.LimitDischarge_uA = int.MaxValue;
        bench.Decision.ChargeReason = LimitReason.Plating;
        bench.Decision.ChargePlace = 3;
        bench.Decision.DischargeReason = LimitReason.PressureLow;
        bench.Decision.DischargePlace = 1;
        bench.Decision.HeaterOn = true;
        LinkMessage decision = Assert.Single(bench.Answers());
        DecisionReport expected = new(
            (uint)bench.Frame.Time_ms, 123_456, 12_345_678, int.MaxValue, LimitReason.Plating, 3, LimitReason.PressureLow, 1, false, false, false, true, false, ContactorState.Open);
        Assert.Equal(expected, DecisionReport.Of(decision));
    }

    [Fact]
    public void An_output_that_changes_is_told_in_its_tick()
    {
        LinkBench bench = Settled();
        bench.Decision.CloseNegative = true;
        Assert.True(Told(bench).CloseNegative);
        bench.Decision.ClosePrecharge = true;
        Assert.True(Told(bench).ClosePrecharge);
        bench.Decision.ClosePositive = true;
        Assert.True(Told(bench).ClosePositive);
        bench.Decision.HeaterOn = true;
        Assert.True(Told(bench).HeaterOn);
        bench.Decision.Warning = true;
        Assert.True(Told(bench).Warning);
    }

    [Fact]
    public void A_limit_that_falls_is_told_in_its_tick_and_one_that_rises_is_not_urgent()
    {
        LinkBench bench = Settled();
        bench.Decision.LimitCharge_uA = 900;
        Assert.Equal(900, Told(bench).LimitCharge_uA);
        bench.Decision.LimitDischarge_uA = 0;
        Assert.Equal(0, Told(bench).LimitDischarge_uA);
        bench.Decision.LimitCharge_uA = 950;
        Assert.DoesNotContain(bench.Answers(3), message => message.Row.Name == "decision");
        Assert.Single(bench.Answers(2), message => message.Row.Name == "decision");
    }

    [Fact]
    public void A_status_has_what_was_counted()
    {
        LinkBench bench = LinkBench.Greeted();
        bench.Line.Failures = 2;
        bench.Line.Send(0, 1, 2, 3, 0);
        bench.Send("tare", 1, 9).Send("ask", 1, 1).Send("ask", 1, 131);
        LinkMessage status = Assert.Single(bench.Answers(6), message => message.Row.Name == "status");
        Assert.Equal(
            (5100, 9200, 3, 4, 2, 4, 1, 1),
            ((int)status.Number("busy"), (int)status.Number("longest"), (int)status.Number("missed"), (int)status.Number("bus failures"),
            (int)status.Number("line failures"), (int)status.Number("received"), (int)status.Number("damaged"), (int)status.Number("refused")));
        Assert.Equal(bench.Manager.Digest, status.Number("digest"));
        Assert.Equal((500_000, 500_000), (status.Number("lowest charge"), status.Number("highest charge")));
    }

    [Fact]
    public void Every_cell_has_its_turn_and_its_estimates_come_with_their_certainty()
    {
        LinkBench bench = LinkBench.Greeted();
        CellStates states = bench.Manager.Cells.States;
        for (int cell = 0; cell < states.Count; cell++)
        {
            states.StateOfCharge_Q30[cell] = (1 << 29) + (cell << 24);
            states.Variance_ppm2[cell] = (30_000L + cell) * (30_000 + cell);
            states.OhmicScale_Q20[cell] = (5 << 18) + cell;
            states.OhmicDeviation_ppm[cell] = 40_000 + cell;
            states.ReactionScale_Q20[cell] = (3 << 18) + cell;
            states.ReactionDeviation_ppm[cell] = 50_000 + cell;
            states.Contact_Q30[cell] = (7 << 27) + cell;
            states.ContactDeviation_ppm[cell] = 10_000 + cell;
            states.Capacity_Q30[cell] = (15 << 26) + cell;
            states.CapacityDeviation_ppm[cell] = 20_000 + cell;
        }

        List<LinkMessage> told = [];
        for (int tick = 0; tick < 50 * (states.Count + 1); tick++)
        {
            told.AddRange(bench.Send("ask", 1, 134).Answers().Where(message => message.Row.Name == "estimates"));
        }

        foreach (LinkMessage estimates in told)
        {
            int cell = (int)estimates.Number("cell");
            Assert.Equal(states.StateOfCharge_Q30[cell] * 1e6 / (1 << 30), estimates.Number("charge"), 1.0);
            Assert.Equal(30_000 + cell, estimates.Number("charge deviation"));
            Assert.Equal(1_250_000, estimates.Number("ohmic scale"), 20.0);
            Assert.Equal(40_000 + cell, estimates.Number("ohmic deviation"));
            Assert.Equal(750_000, estimates.Number("reaction scale"), 20.0);
            Assert.Equal(50_000 + cell, estimates.Number("reaction deviation"));
            Assert.Equal(875_000, estimates.Number("contact"), 1.0);
            Assert.Equal(10_000 + cell, estimates.Number("contact deviation"));
            Assert.Equal(937_500, estimates.Number("capacity"), 1.0);
            Assert.Equal(20_000 + cell, estimates.Number("capacity deviation"));
        }

        Assert.Equal(Enumerable.Range(0, states.Count), told.Select(estimates => (int)estimates.Number("cell")).Take(states.Count));
        Assert.Equal(0, told[states.Count].Number("cell"));
    }

    private static DecisionReport Told(LinkBench bench) => DecisionReport.Of(Assert.Single(bench.Answers(), message => message.Row.Name == "decision"));

    // no status due for the next ticks, nothing urgent
    private static LinkBench Settled()
    {
        LinkBench bench = LinkBench.Greeted();
        bench.Decision.LimitCharge_uA = 1000;
        bench.Decision.LimitDischarge_uA = 1000;
        bench.Tick(56);
        bench.Line.Take();
        return bench;
    }
}
