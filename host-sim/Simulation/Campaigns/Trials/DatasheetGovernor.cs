using System;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>The rival: fixed currents within a fixed window of temperature and pressure, as the profile's data sheet prints them, and
/// a voltage regulator.</summary>
/// <remarks>It is given the best of everything: true temperatures, pressures and voltages, and a regulator that settles the
/// voltage at the end of its window at once.</remarks>
internal sealed class DatasheetGovernor(Trial trial) : IGovernor
{
    private const int Period_ms = 1000;
    private const int Halvings = 12;
    private const double ZeroCelsius = 273.15;

    private readonly Thermostat _thermostat = new(trial, trial.Pack);
    private double _charge;
    private double _discharge;

    /// <inheritdoc/>
    public bool HeaterOn { get; private set; }

    /// <inheritdoc/>
    public void Look(long time_ms)
    {
        if (time_ms % Period_ms != 0)
        {
            return;
        }

        OperatingLimits limits = trial.Setup.Design.Limits;
        DatasheetLimits sheet = limits.Datasheet;
        double oneC = trial.Setup.Design.Cell.OneC;
        bool allowed = true;
        for (int cell = 0; cell < trial.Pack.CellCount; cell++)
        {
            double celsius = trial.Pack.SurfaceTemperature(cell, 0) - ZeroCelsius;
            double pressure = trial.Pack.ClampPressure(trial.Pack.ClampOf(cell), 0);
            allowed &= celsius >= sheet.TemperatureMinimum && celsius <= sheet.TemperatureMaximum && pressure >= sheet.PressureMinimum && pressure <= sheet.PressureMaximum;
        }

        HeaterOn = _thermostat.Heats;
        _charge = allowed ? Settled(sheet.Charge * oneC) : 0;
        _discharge = allowed ? -Settled(-sheet.Discharge * oneC) : 0;
    }

    /// <inheritdoc/>
    public double Limit(long time_ms, bool charges) => charges ? _charge : _discharge;

    /// <inheritdoc/>
    public void HeldBack(bool charges)
    {
    }

    // The current at which the first cell meets its window, if that is below the one wanted.
    private double Settled(double wanted)
    {
        if (Keeps(wanted))
        {
            return wanted;
        }

        double low = 0;
        double high = 1;
        for (int k = 0; k < Halvings; k++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Keeps(middle * wanted) ? (middle, high) : (low, middle);
        }

        return low * wanted;
    }

    private bool Keeps(double current)
    {
        OperatingLimits limits = trial.Setup.Design.Limits;
        for (int cell = 0; cell < trial.Pack.CellCount; cell++)
        {
            double voltage = trial.Pack.Overpotentials(cell, current).Settled;
            if (current > 0 ? voltage > limits.VoltageMaximum : voltage < limits.VoltageMinimum)
            {
                return false;
            }
        }

        return true;
    }
}
