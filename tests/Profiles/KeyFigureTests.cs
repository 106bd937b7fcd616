using System;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>Figures that follow from the parameters and are known from the literature the cells are built on.</summary>
public class KeyFigureTests
{
    private const double ThermalVoltagePerKelvin = 8.314462618 / 96485.33212;
    private const double OhmCm2 = 1e4;

    private static readonly CellParameters _pouch = ProfileLibrary.Load("pouch-lpscl-nmc");
    private static readonly CellParameters _film = ProfileLibrary.Load("thin-film-lipon-lco");

    [Fact]
    public void Pouch_has_its_area_resistance_at_25_degC()
    {
        LithiumInterface lithiumFace = _pouch.Interface;
        double separator = _pouch.Separator.Thickness / _pouch.Separator.Conductivity * OhmCm2;
        double rail = (_pouch.Positive.IonicRailResistance + _pouch.Positive.ElectronicRailResistance) * OhmCm2;
        double formed = lithiumFace.ContactResistance * Math.Pow(lithiumFace.FormationPressure / lithiumFace.ContactReferencePressure, -lithiumFace.LoadingExponent);
        double contact = formed * Math.Pow(lithiumFace.FormationPressure / _pouch.Mechanics.SetPressure, lithiumFace.UnloadingExponent) * OhmCm2;
        double lithium = ChargeTransfer(_pouch.Negative.ExchangeCurrent);
        double cathode = ChargeTransfer(_pouch.Positive.ExchangeCurrent * RelativeExchangeCurrent(0.6298) * _pouch.Positive.AreaRatio);
        double other = (lithiumFace.SeriesResistance + _pouch.Ageing.InterphaseInitial) * OhmCm2;

        Assert.Equal(2.50, separator, 0.01);
        Assert.Equal(10.3, rail, 0.05);
        Assert.Equal(11.4, contact, 0.05);
        Assert.Equal(2.57, lithium, 0.005);
        Assert.Equal(127, cathode, 0.5);
        Assert.Equal(155, separator + rail + contact + lithium + cathode + other, 0.5);

        double ChargeTransfer(double exchangeCurrent) => ThermalVoltagePerKelvin * _pouch.ReferenceTemperature / exchangeCurrent * OhmCm2;
    }

    [Fact]
    public void Film_has_the_kinetics_of_raijmakers()
    {
        Assert.Equal(0.470, _film.Positive.ExchangeCurrent * RelativeExchangeCurrent(0.51) / 10, 0.0005);   // mA/cm²
        Assert.Equal(67, ChargeTransfer(_film.Positive.ExchangeCurrent * RelativeExchangeCurrent(0.8)), 0.5);
        Assert.Equal(43.9, ChargeTransfer(_film.Negative.ExchangeCurrent), 0.05);
        Assert.Equal(326, _film.Separator.Thickness / _film.Separator.Conductivity * OhmCm2, 0.05);

        double ChargeTransfer(double exchangeCurrent) => ThermalVoltagePerKelvin * _film.ReferenceTemperature / exchangeCurrent * OhmCm2;
    }

    [Theory]
    [InlineData(0.51, 4.19)]
    [InlineData(0.60, 4.058)]
    [InlineData(0.80, 3.910)]
    [InlineData(0.95, 3.865)]
    [InlineData(0.998, 3.35)]
    public void Film_passes_through_the_potentials_of_raijmakers(double x, double volt) =>
        Assert.Equal(volt, _film.Positive.OpenCircuitPotential.At(x), 1e-5);

    [Theory]
    [InlineData(0.5, 510)]
    [InlineData(1.0, 13500)]
    public void Film_has_its_diffusion_time(double x, double seconds) =>
        Assert.Equal(1, _film.Positive.DiffusionLength * _film.Positive.DiffusionLength / _film.Positive.Diffusivity.At(x) / seconds, 0.01);

    [Theory]
    [InlineData("pouch-lpscl-nmc", 4.2, 3.0)]
    [InlineData("pellet-llzo-nmc", 4.2, 3.0)]
    [InlineData("thin-film-lipon-lco", 4.19, 3.0)]
    public void Window_ends_at_the_cut_off_voltages(string name, double full, double empty)
    {
        PositiveElectrode positive = ProfileLibrary.Load(name).Positive;

        Assert.Equal(full, positive.OpenCircuitPotential.At(positive.StoichiometryFull), 1e-5);
        Assert.Equal(empty, positive.OpenCircuitPotential.At(positive.StoichiometryEmpty), 1e-5);
    }

    [Theory]
    [InlineData("pouch-lpscl-nmc")]
    [InlineData("pellet-llzo-nmc")]
    [InlineData("thin-film-lipon-lco")]
    public void Window_capacity_is_the_lithium_of_the_electrode(string name)
    {
        CellParameters cell = ProfileLibrary.Load(name);
        PositiveElectrode positive = cell.Positive;
        double sites = positive.ActiveFraction * positive.Utilisation * positive.Thickness * cell.Cell.TotalArea * positive.MaximumConcentration;

        double capacity = 96485.33212 * sites * (positive.StoichiometryEmpty - positive.StoichiometryFull) / 3600;

        Assert.Equal(1, capacity / cell.Cell.WindowCapacity, 1e-12);
    }

    private static double RelativeExchangeCurrent(double x) => 2 * Math.Sqrt(x * (1 - x));
}
