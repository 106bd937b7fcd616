using System;
using Bms.Device.Drivers;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The thermistor's table against its equation in double precision.</summary>
public class ThermistorTests
{
    private const double Reference_K = 298.15;

    [Theory]
    [InlineData(3435, 10_000, 10_000)]
    [InlineData(3380, 10_000, 10_000)]
    [InlineData(3950, 10_000, 10_000)]
    [InlineData(3977, 10_000, 12_000)]
    public void Is_within_a_twentieth_of_a_kelvin_from_minus_40_to_100_degrees(int beta_K, int bead_ohm, int pullUp_ohm)
    {
        Thermistor thermistor = new(beta_K, bead_ohm, pullUp_ohm);
        double worst = 0;
        for (double celsius = -40; celsius <= 100; celsius += 0.01)
        {
            double kelvin = celsius + 273.15;
            int ratio_Q16 = (int)Math.Round(Ratio(kelvin, beta_K, bead_ohm, pullUp_ohm) * 65536);
            worst = Math.Max(worst, Math.Abs(thermistor.Temperature_mK(ratio_Q16) - (kelvin * 1000)));
        }

        TestContext.Current.SendDiagnosticMessage("B {0} K: worst error {1:F1} mK", beta_K, worst);
        Assert.InRange(worst, 0, 50);
    }

    [Fact]
    public void Single_precision_moves_a_node_by_less_than_a_millikelvin()
    {
        for (int node = 4; node < 253; node++)
        {
            double exact = 1 / ((1 / Reference_K) + (Math.Log(node / (256.0 - node)) / 3435));
            float onChip = 1 / ((1 / (float)Reference_K) + (MathF.Log(node / (256f - node)) / 3435));
            Assert.Equal(exact, onChip, 0.001);
        }
    }

    [Fact]
    public void Falls_with_the_ratio()
    {
        Thermistor thermistor = new(3435, 10_000, 10_000);
        int before = int.MaxValue;
        for (int ratio_Q16 = 0; ratio_Q16 <= 65536; ratio_Q16++)
        {
            int temperature = thermistor.Temperature_mK(ratio_Q16);
            if (temperature != 0)
            {
                Assert.True(temperature <= before);
                before = temperature;
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(600)]
    [InlineData(65400)]
    [InlineData(65536)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void An_open_or_shorted_wire_is_no_temperature(int ratio_Q16) => Assert.Equal(0, new Thermistor(3435, 10_000, 10_000).Temperature_mK(ratio_Q16));

    [Fact]
    public void No_settings_and_no_ratio_break_it() =>
        Gen.Select(Gen.Int[2500, 5000], Gen.Int[1000, 100_000], Gen.Int[1000, 100_000], Gen.Int).Sample((beta, bead, pullUp, ratio) =>
        {
            int temperature = new Thermistor(beta, bead, pullUp).Temperature_mK(ratio);
            Assert.True(temperature == 0 || temperature is >= Thermistor.Lowest_mK and <= Thermistor.Highest_mK);
        }, iter: 2000);

    private static double Ratio(double kelvin, double beta_K, double bead_ohm, double pullUp_ohm)
    {
        double resistance = bead_ohm * Math.Exp(beta_K * ((1 / kelvin) - (1 / Reference_K)));
        return resistance / (resistance + pullUp_ohm);
    }
}
