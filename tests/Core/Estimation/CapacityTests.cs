using System;
using Bms.Core.Cells;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Xunit;

namespace Bms.Core.Tests.Estimation;

/// <summary>Capacity, learnt from the charge that was counted between two states that voltages told.</summary>
public class CapacityTests
{
    private const double Q30 = 1 << 30;
    private const ulong Seed = 81;
    private const int AsAtFirst_ppm = 60_000;

    [Theory]
    [InlineData(0.9, 45, -0.5)]
    [InlineData(1.1, 45, -0.5)]
    [InlineData(0.92, 30, -0.2)]
    public void Charge_from_rest_to_rest_tells_the_capacity_and_how_surely(double capacity, double celsius, double rate)
    {
        Trip trip = new(capacity, celsius, 0.85);
        trip.Run(0, 600);
        Assert.All(trip.Bench.States.CapacityDeviation_ppm, deviation => Assert.InRange(deviation, AsAtFirst_ppm - 1000, AsAtFirst_ppm + 1000));
        trip.Run(rate, (int)(0.4 * 3600 / -rate)).Run(0, 900);
        for (int cell = 0; cell < trip.Bench.States.Count; cell++)
        {
            double error = (trip.Bench.States.Capacity_Q30[cell] / Q30 / (trip.Truth.Capacity / trip.Capacity)) - 1;
            double deviation = trip.Bench.States.CapacityDeviation_ppm[cell] * 1e-6;
            Assert.True(Math.Abs(error) < 0.02, $"seed {Seed}, cell {cell}: off by {error:P2}");
            Assert.True(deviation < 0.03 && Math.Abs(error) < 2 * deviation, $"seed {Seed}, cell {cell}: off by {error:P2}, said to be {deviation:P2}");
        }
    }

    [Fact]
    public void How_sure_capacity_is_is_published_of_every_cell_whatever_their_number()
    {
        foreach (int cells in new[] { 1, 5, 6, 10, 16 })
        {
            Trip trip = new(1, 45, 0.85, cells);
            trip.Run(0, 600).Run(-0.5, 1800);
            Assert.All(trip.Bench.States.CapacityDeviation_ppm, deviation => Assert.InRange(deviation, 1, AsAtFirst_ppm * 9 / 10));
        }
    }

    [Fact]
    public void A_plateau_teaches_no_nonsense()
    {
        Trip trip = new(1.05, 20, 0.7, cell: BuiltInCell.Film, offset: 0.005);
        trip.Run(0, 600).Run(-0.5, 1800).Run(0, 900);
        Assert.All(trip.Bench.States.Capacity_Q30, capacity => Assert.InRange(capacity / Q30, 0.97, 1.10));
    }

    [Fact]
    public void What_contradicts_all_expectation_is_not_taken_for_capacity()
    {
        Trip trip = new(1, 45, 0.85);
        trip.Run(0, 600).Run(-0.5, 2400);
        Assert.All(trip.Bench.States.CapacityDeviation_ppm, deviation => Assert.InRange(deviation, 1, AsAtFirst_ppm * 9 / 10));

        // as if a tenth of a volt of resistance had come from nowhere
        double before = trip.Bench.States.Capacity_Q30[0] / Q30;
        trip.Run(-0.5, 1200, -0.15);
        Assert.InRange(trip.Bench.States.Capacity_Q30[0] / Q30, before - 0.02, before + 0.02);
        Assert.All(trip.Bench.States.CapacityDeviation_ppm, deviation => Assert.InRange(deviation, AsAtFirst_ppm - 1000, AsAtFirst_ppm + 1000));

        // and from the next rest on it is learnt again
        trip.Run(0, 1200).Run(0.5, 2400);
        Assert.All(trip.Bench.States.CapacityDeviation_ppm, deviation => Assert.InRange(deviation, 1, AsAtFirst_ppm * 9 / 10));
    }

    [Fact]
    public void What_was_learnt_of_capacity_survives_a_restart()
    {
        Trip trip = new(0.92, 45, 0.85);
        trip.Run(0, 600).Run(-0.5, 2880).Run(0, 900);
        RestoredState state = new(8);
        trip.Bench.Manager.Remember(state);
        BatteryManager again = Fresh(trip.Bench);
        again.Restore(state, 0);
        Assert.Equal(trip.Bench.States.CapacityScale_Q20, again.Cells.States.CapacityScale_Q20);
        Assert.Equal(trip.Bench.States.CapacityDeviation_ppm, again.Cells.States.CapacityDeviation_ppm);
        state.Age_s = 90 * 24 * 3600;
        BatteryManager late = Fresh(trip.Bench);
        late.Restore(state, 0);
        Assert.True(late.Cells.States.CapacityDeviation_ppm[0] > again.Cells.States.CapacityDeviation_ppm[0]);
    }

    private static BatteryManager Fresh(Bench bench) => new(bench.Profile, PackProfile.Uniform(8, 4, 2), new Settings());

    /// <summary>A pack of equal cells with a capacity that the firmware does not know, and sensors with noise.</summary>
    private sealed class Trip
    {
        private readonly double _celsius;
        private readonly double _offset;
        private readonly CellParameters _parameters;
        private readonly StackPressure _pressure;
        private readonly RandomSequence _random = new(Seed, 1);

        public Trip(double capacity, double celsius, double soc, int cells = 8, string cell = BuiltInCell.Pouch, double offset = 0)
        {
            _celsius = celsius;
            _offset = offset;
            _parameters = BuiltInCell.Parameters(cell);
            _pressure = new StackPressure(_parameters, 5);
            Truth = new Cell(new CellDesign(_parameters, 60), CellFactors.Nominal with { Capacity = capacity }, soc, celsius + 273.15, _pressure);
            Bench = new Bench(new BenchSetup { Cell = cell, Cells = cells, CellsPerClamp = cells, CellsPerSensor = cells, Temperature = celsius, StateOfCharge = soc });
        }

        public Bench Bench { get; }

        public Cell Truth { get; }

        public double Capacity => _parameters.Cell.WindowCapacity;

        public Trip Run(double rate, int seconds, double more = 0)
        {
            Bench.Current(rate);
            double current = rate * _parameters.Cell.OneC;
            for (int tenth = 0; tenth < seconds * 10; tenth++)
            {
                Truth.Advance(0.1, current, _celsius + 273.15, 0, _pressure);
                double voltage = Truth.Voltage(current, 0) + _offset + more;
                for (int cell = 0; cell < Bench.States.Count; cell++)
                {
                    Bench.Voltage(cell, Units.Volt(voltage + (0.002 * _random.Normal())));
                }

                Bench.Temperature((int)(Truth.SurfaceTemperature * 1000)).Advance(ms: 100);
            }

            return this;
        }
    }
}
