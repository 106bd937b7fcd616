using System;
using Bms.Plant.Laws;

namespace Bms.Plant.Degradation;

/// <summary>Water in air.</summary>
public static class WaterVapour
{
    private const double ZeroCelsius = 273.15;

    // The formula is good from -40 to 50 degC; beyond, its ends hold.
    private const double Coldest = 233.15;
    private const double Hottest = 373.15;

    /// <summary>Concentration of water vapour, mol/m³.</summary>
    /// <param name="temperature">Temperature of the air, K; taken within -40..100 degC.</param>
    /// <param name="humidity">Relative humidity, 0..1.</param>
    /// <remarks>Saturation pressure 610.94 exp(17.625 t/(t + 243.04)) Pa, t in degC: Magnus form of Alduchov and Eskridge 1996.</remarks>
    public static double Concentration(double temperature, double humidity)
    {
        double kelvin = Math.Clamp(temperature, Coldest, Hottest);
        double celsius = kelvin - ZeroCelsius;
        double saturation = 610.94 * Math.Exp(17.625 * celsius / (celsius + 243.04));
        return humidity * saturation / (Constants.GasConstant * kelvin);
    }
}
