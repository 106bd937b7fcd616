using System.Linq;
using Bms.Core.Diagnostics;
using Bms.Core.Sensing;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Xunit;

namespace Bms.Core.Tests.Diagnostics;

/// <summary>Every row of the diagnosis table, at every place: its delay, its healing, its latch, what it leads to.</summary>
public class DiagnosisTests
{
    private const int Period_ms = Diagnosis.Period_ms;

    public static TheoryData<int> Every => [.. Enumerable.Range(0, Provocation.All.Count)];

    public static TheoryData<int> EveryDelayed => [.. Every.Select(row => row.Data).Where(index => Row(index).Delay_ms >= (2 * Period_ms) + Provocation.All[index].Lasting_ms)];

    [Fact]
    public void Every_row_of_the_table_is_provoked_here()
    {
        Diagnosis all = Bench.Default().Manager.Diagnosis;
        Assert.Equal(
            Enumerable.Range(0, all.Count).Select(k => all.Row(k).Name).Order(),
            Provocation.All.Select(p => p.Name).Distinct().Order());
    }

    [Fact]
    public void Rows_have_numbers_and_names_of_their_own_and_clear_on_the_safe_side()
    {
        Diagnosis all = Bench.Default().Manager.Diagnosis;
        DiagnosisRow[] rows = [.. Enumerable.Range(0, all.Count).Select(all.Row)];
        Assert.Equal(rows.Length, rows.Select(row => row.Number).Distinct().Count());
        Assert.Equal(rows.Length, rows.Select(row => row.Name).Distinct().Count());
        Assert.All(rows, row => Assert.True(row.TripsBelow ? row.Clear >= row.Trip : row.Clear <= row.Trip, row.Name));
        Assert.All(rows, row => Assert.True(row.Delay_ms % Period_ms == 0 && row.Heal_ms % Period_ms == 0, row.Name));
    }

    [Fact]
    public void A_healthy_pack_has_no_diagnosis()
    {
        Bench bench = Bench.Default().AtRest();
        Assert.Empty(bench.ActiveDiagnoses());
        Assert.Equal(-1, bench.Manager.Diagnosis.Severity);
        Assert.Equal(0, bench.Manager.Diagnosis.ActiveBits);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void It_comes_after_its_delay_and_not_before(int index)
    {
        (Bench bench, Provocation provocation, DiagnosisRow row) = Start(index);
        provocation.Apply(bench, provocation.Place);
        long after_ms = bench.TimeUntil(() => bench.Diagnosis(row.Name).IsActive, 10_000);
        Assert.InRange(after_ms, row.Delay_ms, row.Delay_ms + Period_ms + provocation.Latency_ms + BatteryManager.Tick_ms);
        Assert.True(bench.Manager.Diagnosis.Severity >= (int)row.Severity);
    }

    [Theory]
    [MemberData(nameof(EveryDelayed))]
    public void It_does_not_come_when_the_cause_is_shorter_than_its_delay(int index)
    {
        (Bench bench, Provocation provocation, DiagnosisRow row) = Start(index);
        for (int repeat = 0; repeat < 3; repeat++)
        {
            provocation.Apply(bench, provocation.Place);
            bench.Advance(ms: row.Delay_ms - Period_ms - provocation.Lasting_ms);
            provocation.Relieve(bench, provocation.Place);
            bench.Advance(ms: provocation.Latency_ms + provocation.Lasting_ms + (3 * Period_ms));
            Assert.False(bench.Diagnosis(row.Name).WasActive);
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void It_heals_after_its_time_or_stays_when_it_latches(int index)
    {
        (Bench bench, Provocation provocation, DiagnosisRow row) = Start(index);
        provocation.Apply(bench, provocation.Place);
        bench.TimeUntil(() => bench.Diagnosis(row.Name).IsActive, 10_000);
        provocation.Relieve(bench, provocation.Place);
        if (row.Latches)
        {
            bench.Advance(ms: row.Heal_ms).Advance(s: 120);
            Assert.True(bench.Diagnosis(row.Name).IsActive);
            Assert.True(bench.IsBlocked);
            Assert.False(bench.Decision.ClosePositive);
        }
        else
        {
            long healed_ms = bench.TimeUntil(() => !bench.Diagnosis(row.Name).IsActive, 200_000);
            Assert.InRange(healed_ms, row.Heal_ms, row.Heal_ms + (2 * Period_ms) + provocation.Latency_ms + BatteryManager.Tick_ms);
            Assert.True(bench.Diagnosis(row.Name).WasActive);
            bench.Advance(s: 60);
            Assert.Empty(bench.ActiveDiagnoses());
            Assert.False(bench.IsBlocked);
            Assert.True(bench.Decision.ClosePositive);
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void It_leads_to_what_its_severity_says(int index)
    {
        (Bench bench, Provocation provocation, DiagnosisRow row) = Start(index);
        provocation.Apply(bench, provocation.Place);
        bench.TimeUntil(() => bench.Diagnosis(row.Name).IsActive, 10_000);
        bench.Advance(s: 5);
        if (row.Severity >= Severity.Fault)
        {
            Assert.True(bench.IsBlocked);
            Assert.False(bench.Decision.ClosePositive || bench.Decision.CloseNegative || bench.Decision.ClosePrecharge);
        }
        else
        {
            Assert.True(bench.Decision.ClosePositive && bench.Decision.CloseNegative);
        }
    }

    [Fact]
    public void An_alert_of_a_single_tick_is_latched()
    {
        for (int phase = 0; phase < 5; phase++)
        {
            Bench bench = Bench.Default().AtRest().Advance(ms: 20 * phase).Alert(true).Advance(ms: 20).Alert(false);
            Assert.False(bench.Decision.ClosePositive);
            bench.Advance(s: 60);
            Assert.True(bench.Diagnosis("short circuit").IsActive, $"phase {phase}");
            Assert.False(bench.Decision.ClosePositive);
            Assert.True(bench.IsBlocked);
        }
    }

    [Fact]
    public void An_alert_before_the_first_complete_set_is_latched_too()
    {
        Bench bench = Bench.Default().Break(Channel.CellVoltage, Breakage.Silent).Advance(s: 5)
            .Alert(true).Advance(ms: 20).Alert(false).Advance(s: 5).Mend(Channel.CellVoltage).Advance(s: 20);
        Assert.True(bench.Diagnosis("short circuit").IsActive);
        Assert.False(bench.Decision.ClosePositive);
    }

    private static DiagnosisRow Row(int index)
        => DiagnosisTable.Rows(BuiltInCell.Profile(BuiltInCell.Pouch)).Single(row => row.Name == Provocation.All[index].Name);

    private static (Bench Bench, Provocation Provocation, DiagnosisRow Row) Start(int index)
        => (Bench.Default().AtRest(), Provocation.All[index], Row(index));
}
