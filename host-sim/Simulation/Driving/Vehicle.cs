using System;

namespace Bms.Simulation.Driving;

/// <summary>
/// Longitudinal dynamics of a car, from speed to battery power. It is specified with the battery it was designed for; a pack
/// of another energy drives that share of it, so that C-rates are those of a real car for any pack.
/// </summary>
/// <remarks>
/// F = m (1 + r) dv/dt + m g (sin a + c_r cos a) + ½ rho c_d A v². At the battery: F v / eta while driving, F v eta_regen while
/// braking (up to a highest power, the rest goes to the friction brakes), and the auxiliaries always. The default is a
/// mid-size electric car; its values are ours, typical of the class and of no make: about 130 Wh/km in town, 165 on the motorway and 225 driven hard.
/// </remarks>
public sealed record Vehicle
{
    private const double Gravity = 9.81;
    private const double AirDensity = 1.2;

    /// <summary>The car of the built-in scenarios: every value at its default.</summary>
    public static Vehicle MidSize { get; } = new();

    /// <summary>Energy of the battery the vehicle was designed for, W h.</summary>
    public double BatteryEnergy { get; init; } = 60_000;

    /// <summary>Mass with load, kg.</summary>
    public double Mass { get; init; } = 1900;

    /// <summary>Rotating inertia as a share of the mass, r.</summary>
    public double RotatingShare { get; init; } = 0.04;

    /// <summary>Rolling resistance coefficient, c_r.</summary>
    public double RollingResistance { get; init; } = 0.0095;

    /// <summary>Drag coefficient times frontal area, m².</summary>
    public double DragArea { get; init; } = 0.60;

    /// <summary>Efficiency from battery to wheel, eta.</summary>
    public double DriveEfficiency { get; init; } = 0.90;

    /// <summary>Efficiency from wheel to battery, eta_regen, with the share the friction brakes take.</summary>
    public double RegenerationEfficiency { get; init; } = 0.60;

    /// <summary>Highest power regenerated into the battery, W.</summary>
    public double RegenerationPower { get; init; } = 60_000;

    /// <summary>Steering, pumps, computers, cabin: always drawn, W.</summary>
    public double AuxiliaryPower { get; init; } = 700;

    /// <summary>Mean power at the wheels while the speed changes evenly, W; below 0 when the vehicle must be held back.</summary>
    /// <param name="speed">Speed at the beginning, m/s.</param>
    /// <param name="nextSpeed">Speed at the end, m/s.</param>
    /// <param name="grade">Slope of the road, rise over run.</param>
    /// <param name="seconds">Time between the two, s.</param>
    public double WheelPower(double speed, double nextSpeed, double grade = 0, double seconds = 1)
    {
        double mean = 0.5 * (speed + nextSpeed);
        double cosine = 1 / Math.Sqrt(1 + (grade * grade));
        double inertia = Mass * (1 + RotatingShare) * (nextSpeed - speed) / seconds;
        double road = Mass * Gravity * cosine * (grade + RollingResistance);
        double air = 0.5 * AirDensity * DragArea * mean * mean;
        return (inertia + road + air) * mean;
    }

    /// <summary>Mean power drawn from the vehicle's own battery, W; above 0 is discharge, below 0 regeneration.</summary>
    /// <inheritdoc cref="WheelPower"/>
    public double BatteryPower(double speed, double nextSpeed, double grade = 0, double seconds = 1)
    {
        double wheel = WheelPower(speed, nextSpeed, grade, seconds);
        double drive = wheel >= 0 ? wheel / DriveEfficiency : -Math.Min(-wheel * RegenerationEfficiency, RegenerationPower);
        return drive + AuxiliaryPower;
    }

    /// <summary>Share of the vehicle that a pack of an energy drives: its power is this times <see cref="BatteryPower"/>.</summary>
    /// <param name="packEnergy">Energy of the pack, W h.</param>
    public double ShareOf(double packEnergy) => packEnergy / BatteryEnergy;
}
