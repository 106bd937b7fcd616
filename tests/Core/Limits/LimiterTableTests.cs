using System;
using System.Linq;
using System.Reflection;
using Bms.Core.Limits;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>The table of limiters is whole, and covers the rule base of the review.</summary>
public class LimiterTableTests
{
    private static readonly LimiterRow[] _rows = LimiterTable.Rows();

    [Fact]
    public void Every_limiter_has_a_row_at_its_number()
    {
        Assert.Equal(Enumerable.Range(0, LimiterNumber.Count), _rows.Select(row => row.Number));
        Assert.All(_rows, row => Assert.Equal(row.Number, typeof(LimiterNumber).GetField(Joined(row.Key), Named)?.GetRawConstantValue()));
        Assert.All(_rows, row => Assert.Matches("^[a-z]+(-[a-z]+)*$", row.Key));
        Assert.All(_rows, row => Assert.NotEmpty(row.Inputs));
    }

    private const BindingFlags Named = BindingFlags.Public | BindingFlags.Static | BindingFlags.IgnoreCase;

    private static string Joined(string key) => key.Replace("-", "", StringComparison.Ordinal);

    [Fact]
    public void Every_limiter_has_a_reason_of_its_own() =>
        Assert.Equal(_rows.Length, _rows.Select(row => row.Reason).Distinct().Count());

    [Fact]
    public void Every_trigger_of_the_review_is_answered_by_a_limiter() =>
        Assert.Equal(ReviewTrigger.All, _rows.Aggregate(0L, (all, row) => all | row.Answers) & ReviewTrigger.All);

    [Fact]
    public void No_limiter_answers_what_the_review_does_not_ask() =>
        Assert.All(_rows, row => Assert.Equal(0, row.Answers & ~ReviewTrigger.All));
}
