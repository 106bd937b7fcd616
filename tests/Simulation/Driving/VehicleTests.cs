using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Driving;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Driving;

public class VehicleTests
{
    private static readonly Vehicle s_frictionless = new() { RollingResistance = 0, DragArea = 0 };

    public static TheoryData<string> EveryCycle => [.. DriveCycle.All.Select(cycle => cycle.Name)];

    [Fact]
    public void A_standing_vehicle_draws_its_auxiliaries_only()
    {
        Assert.Equal(Vehicle.MidSize.AuxiliaryPower, Vehicle.MidSize.BatteryPower(0, 0, grade: 0.08));
    }

    [Fact]
    public void Without_resistance_the_wheels_give_back_what_they_took()
    {
        Gen.Select(Gen.Double[0, 50], Gen.Double[0, 50]).Sample((slow, fast) =>
        {
            double taken = s_frictionless.WheelPower(slow, fast) + s_frictionless.WheelPower(fast, slow);
            double kinetic = 0.5 * s_frictionless.Mass * (1 + s_frictionless.RotatingShare) * ((fast * fast) - (slow * slow));
            Assert.Equal(0, taken, 1e-6);
            Assert.Equal(kinetic, s_frictionless.WheelPower(slow, fast), 1e-6);
        });
    }

    [Theory, MemberData(nameof(EveryCycle))]
    public void Wheel_energy_of_a_drive_is_what_road_and_air_took(string name)
    {
        Vehicle car = Vehicle.MidSize;
        List<(double Speed, double NextSpeed, double Grade)> seconds = Drive(name);
        double wheel = seconds.Sum(second => car.WheelPower(second.Speed, second.NextSpeed, second.Grade));
        double road = 0;
        double air = 0;
        foreach ((double speed, double nextSpeed, double grade) in seconds)
        {
            double way = 0.5 * (speed + nextSpeed);
            double along = System.Math.Atan(grade);
            road += car.Mass * 9.81 * ((0.0095 * System.Math.Cos(along)) + System.Math.Sin(along)) * way;
            air += 0.5 * 1.2 * 0.60 * way * way * way;
        }

        Assert.Equal(road + air, wheel, (road + air) * 1e-9);   // nothing is left in motion: it begins and ends at standstill
        Assert.True(road > 0 && air > 0);
    }

    [Theory, MemberData(nameof(EveryCycle))]
    public void Battery_energy_of_a_drive_is_wheel_energy_through_the_efficiencies_and_the_auxiliaries(string name)
    {
        Vehicle car = Vehicle.MidSize with { RegenerationPower = double.PositiveInfinity };
        List<double> wheel = [.. Drive(name).Select(second => car.WheelPower(second.Speed, second.NextSpeed, second.Grade))];
        double driving = wheel.Where(power => power > 0).Sum();
        double braking = wheel.Where(power => power < 0).Sum();
        double battery = Drive(name).Sum(second => car.BatteryPower(second.Speed, second.NextSpeed, second.Grade));
        double expected = (driving / car.DriveEfficiency) + (braking * car.RegenerationEfficiency) + (car.AuxiliaryPower * wheel.Count);
        Assert.Equal(expected, battery, expected * 1e-9);
        Assert.True(braking < 0);
    }

    [Fact]
    public void Regeneration_stops_at_its_highest_power()
    {
        Vehicle car = Vehicle.MidSize;
        Assert.Equal(car.AuxiliaryPower - car.RegenerationPower, car.BatteryPower(40, 36));
    }

    [Theory]
    [InlineData("urban", 110, 150)]
    [InlineData("highway", 150, 190)]
    [InlineData("aggressive", 190, 250)]
    public void Consumption_is_that_of_a_real_car(string name, double least, double most)
    {
        List<(double Speed, double NextSpeed, double Grade)> seconds = Drive(name, repetitions: 5);
        double kilometres = seconds.Sum(second => 0.5 * (second.Speed + second.NextSpeed)) / 1000;
        double wattHours = seconds.Sum(second => Vehicle.MidSize.BatteryPower(second.Speed, second.NextSpeed, second.Grade)) / 3600;
        Assert.InRange(wattHours / kilometres, least, most);
    }

    [Theory]
    [InlineData("urban", 0.5, 1.2)]
    [InlineData("highway", 1.0, 2.0)]
    [InlineData("aggressive", 2.0, 3.0)]
    public void Peak_power_is_a_c_rate_a_battery_is_built_for(string name, double least, double most)
    {
        double peak = Drive(name, repetitions: 5).Max(second => Vehicle.MidSize.BatteryPower(second.Speed, second.NextSpeed, second.Grade));
        Assert.InRange(peak / Vehicle.MidSize.BatteryEnergy, least, most);
    }

    private static List<(double Speed, double NextSpeed, double Grade)> Drive(string name, int repetitions = 1)
    {
        DriveCycle cycle = DriveCycle.Find(name)!;
        var drive = new Drive(cycle, repetitions * cycle.Duration, seed: 5, stream: 0);
        var seconds = new List<(double Speed, double NextSpeed, double Grade)>();
        do
        {
            seconds.Add((drive.Speed, drive.NextSpeed, drive.Grade));
        }
        while (drive.Advance());
        return seconds;
    }
}
