using System.Linq;
using Bms.Device.Drivers;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>What the front end is told, in the chip's units.</summary>
public class Bq76952ConfigurationTests
{
    private const int Undervoltage = 0x9275;
    private const int Overvoltage = 0x9278;
    private const int ChargeCurrent = 0x9280;
    private const int DischargeCurrent = 0x9282;
    private const int ShortCircuit = 0x9286;
    private const int CellInputs = 0x9304;
    private const int Measurement = 0x9303;

    private static readonly int[] _shortCircuit_mV = [10, 20, 40, 60, 80, 100, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500];

    [Fact]
    public void Voltage_thresholds_lie_outside_the_cells_own_and_within_one_step() =>
        Gen.Select(Gen.Int[1_012_000, 4_500_000], Gen.Int[1_012_000, 5_500_000]).Sample((lowest_uV, highest_uV) =>
        {
            Bq76952Configuration told = Told(lowest_uV: lowest_uV, highest_uV: highest_uV);
            Assert.InRange(lowest_uV - (Value(told, Undervoltage) * 50_600), 0, 50_599);
            Assert.InRange((Value(told, Overvoltage) * 50_600) - highest_uV, 0, 50_599);
        });

    [Fact]
    public void Overcurrent_trips_at_the_next_step_above_and_a_short_circuit_at_the_next_below() =>
        Gen.Select(Gen.Int[8_000, 240_000], Gen.Int[8_000, 390_000], Gen.Int[20_000, 900_000]).Sample((charge_mA, discharge_mA, short_mA) =>
        {
            // 500 µohm: 2 mV are 4 A
            Bq76952Configuration told = Told(charge_mA: charge_mA, discharge_mA: discharge_mA, short_mA: short_mA);
            Assert.InRange((Value(told, ChargeCurrent) * 4000) - charge_mA, 0, 3999);
            Assert.InRange((Value(told, DischargeCurrent) * 4000) - discharge_mA, 0, 3999);
            Assert.True(_shortCircuit_mV[Value(told, ShortCircuit)] * 2000 <= short_mA);
        });

    [Fact]
    public void Whatever_is_asked_stays_within_what_the_chip_can() =>
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Int[0, int.MaxValue], Gen.Int, Gen.Int[0, 4_000_000]).Sample((lowest, highest, charge, discharge, shortCircuit, resistor) =>
        {
            Bq76952Configuration told = Told(lowest_uV: lowest, highest_uV: highest, charge_mA: charge, discharge_mA: discharge, short_mA: shortCircuit, resistor_uohm: resistor);
            Assert.InRange(Value(told, Undervoltage), 20, 90);
            Assert.InRange(Value(told, Overvoltage), 20, 110);
            Assert.InRange(Value(told, ChargeCurrent), 2, 62);
            Assert.InRange(Value(told, DischargeCurrent), 2, 100);
            Assert.InRange(Value(told, ShortCircuit), 0, 15);
        });

    [Theory]
    [InlineData(20_000, 2_500, 100)]
    [InlineData(500, 60_000, 10_000)]
    [InlineData(500, 20_000, 1_000)]
    [InlineData(50, 2_000_000, 100_000)]
    public void Current_has_the_finest_unit_that_holds_the_short_circuit(int resistor_uohm, int short_mA, int unit_uA)
    {
        Bq76952Configuration told = Told(resistor_uohm: resistor_uohm, short_mA: short_mA);
        Assert.Equal(unit_uA, told.CurrentUnit_uA);
        Assert.Equal(unit_uA, 100 * (int)System.Math.Pow(10, Value(told, Measurement) & 3));
    }

    [Theory]
    [InlineData(3, 0x8003)]
    [InlineData(8, 0x807F)]
    [InlineData(15, 0xBFFF)]
    [InlineData(16, 0xFFFF)]
    [InlineData(1, 0x8003)]
    [InlineData(20, 0xFFFF)]
    public void The_top_cell_is_at_the_top_input(int cells, int inputs)
    {
        Assert.Equal(inputs, Bq76952Configuration.InputsOf(cells));
        Bq76952Configuration told = Told(inputs: inputs);
        Assert.Equal(System.Math.Clamp(cells, 3, 16), told.Cells);
        Assert.Equal(inputs, Value(told, CellInputs));
    }

    [Fact]
    public void Sensors_take_the_pins_in_their_order_and_the_alert_keeps_its_own()
    {
        // CFETOFF, DFETOFF, ALERT, TS1, TS2, TS3, HDQ, DCHG, DDSG
        int[][] pins =
        [
            [0, 0, 0x2A, 0, 0, 0, 0, 0, 0],
            [0, 0, 0x2A, 7, 0, 0, 0, 0, 0],
            [0, 0, 0x2A, 7, 7, 7, 7, 0, 0],
            [0, 0, 0x2A, 7, 7, 7, 7, 7, 7],
            [7, 7, 0x2A, 7, 7, 7, 7, 7, 7],
        ];
        int[] sensors = [0, 1, 4, 6, 8];
        for (int k = 0; k < sensors.Length; k++)
        {
            Bq76952Configuration told = Told(sensors: sensors[k]);
            Assert.Equal(pins[k], Enumerable.Range(0x92FA, 9).Select(address => Value(told, address)));
        }
    }

    [Fact]
    public void Rows_rise_without_overlap()
    {
        Bq76952Configuration told = Told();
        for (int row = 1; row < told.Count; row++)
        {
            Assert.True(told.Address[row] >= told.Address[row - 1] + told.Length[row - 1]);
        }
    }

    private static Bq76952Configuration Told(
        int inputs = 0xFF,
        int sensors = 4,
        int resistor_uohm = 500,
        int lowest_uV = 2_500_000,
        int highest_uV = 4_350_000,
        int charge_mA = 20_000,
        int discharge_mA = 40_000,
        int short_mA = 80_000) => new(inputs, sensors, resistor_uohm, lowest_uV, highest_uV, charge_mA, discharge_mA, short_mA);

    private static int Value(Bq76952Configuration told, int address)
    {
        int row = System.Array.IndexOf(told.Address, address, 0, told.Count);
        Assert.True(row >= 0);
        return told.Value[row];
    }
}
