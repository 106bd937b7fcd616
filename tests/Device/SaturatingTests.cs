using Bms.Core.FixedPoint;
using nanoFramework.TestFramework;

namespace Bms.Device.Tests;

/// <summary>Arithmetic that stops at the ends of its range, where the runtime itself would wrap, or end the process.</summary>
[TestClass]
public class SaturatingTests
{
    /// <summary>Sums.</summary>
    [TestMethod]
    [DataRow(2, 3, 5)]
    [DataRow(int.MaxValue, 1, int.MaxValue)]
    [DataRow(int.MinValue, -1, int.MinValue)]
    [DataRow(int.MaxValue, int.MinValue, -1)]
    public void A_sum_stops_at_the_end_of_the_range(int left, int right, int expected)
    {
        Assert.AreEqual(expected, Saturating.Add(left, right));
    }

    /// <summary>Products with fraction bits.</summary>
    [TestMethod]
    [DataRow(3, 1, 1, 2)]
    [DataRow(-3, 1, 1, -1)]
    [DataRow(65536, 65536, 16, 65536)]
    [DataRow(int.MaxValue, int.MaxValue, 16, int.MaxValue)]
    [DataRow(int.MinValue, int.MaxValue, 16, int.MinValue)]
    [DataRow(int.MinValue, int.MinValue, 62, 1)]
    public void A_scaled_product_rounds_to_nearest_and_stops(int left, int right, int fractionBits, int expected)
    {
        Assert.AreEqual(expected, Saturating.MultiplyScaled(left, right, fractionBits));
    }

    /// <summary>Quotients, among them the two that end the device's process.</summary>
    [TestMethod]
    [DataRow(7, 2, 3)]
    [DataRow(-7, 2, -3)]
    [DataRow(0, 0, 0)]
    [DataRow(5, 0, int.MaxValue)]
    [DataRow(-5, 0, int.MinValue)]
    [DataRow(int.MinValue, -1, int.MaxValue)]
    public void A_quotient_is_always_defined(int dividend, int divisor, int expected)
    {
        Assert.AreEqual(expected, Saturating.Divide(dividend, divisor));
    }

    /// <summary>Quotients with fraction bits.</summary>
    [TestMethod]
    [DataRow(1, 3, 16, 21845)]
    [DataRow(2, 3, 16, 43691)]
    [DataRow(-1, 2, 0, 0)]
    [DataRow(1, -3, 30, -357913941)]
    [DataRow(int.MaxValue, 1, 16, int.MaxValue)]
    [DataRow(1, int.MaxValue, 62, int.MaxValue)]
    public void A_scaled_quotient_rounds_to_nearest_and_stops(int dividend, int divisor, int fractionBits, int expected)
    {
        Assert.AreEqual(expected, Saturating.DivideScaled(dividend, divisor, fractionBits));
    }

    /// <summary>64-bit arithmetic.</summary>
    [TestMethod]
    public void Long_results_stop_at_the_end_of_the_range()
    {
        Assert.AreEqual(long.MaxValue, Saturating.AddLong(long.MaxValue, 1));
        Assert.AreEqual(long.MinValue, Saturating.SubtractLong(long.MinValue, 1));
        Assert.AreEqual(-1L, Saturating.AddLong(long.MaxValue, long.MinValue));
        Assert.AreEqual(long.MaxValue, Saturating.MultiplyLong(1L << 32, 1L << 32));
        Assert.AreEqual(long.MinValue, Saturating.MultiplyLong(-1L << 32, 1L << 32));
        Assert.AreEqual(-6000000000000L, Saturating.MultiplyLong(-2000000, 3000000));
        Assert.AreEqual(long.MaxValue, Saturating.DivideLong(long.MinValue, -1));
        Assert.AreEqual(long.MaxValue, Saturating.DivideLong(1, 0));
        Assert.AreEqual(int.MaxValue, Saturating.ToInt(1L << 40));
        Assert.AreEqual(int.MinValue, Saturating.ToInt(-1L << 40));
    }
}
