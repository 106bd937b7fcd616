using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Cli.Output;

/// <summary>Everything there is to say about a cell; its properties are the keys of the JSON object.</summary>
internal sealed record CellCard(
    string Name,
    string Title,
    string Description,
    string References,
    bool IsDefault,
    double CapacityAh,
    double WindowCapacityAh,
    double OneCCurrentA,
    CellCard.OperatingWindow Window,
    CellCard.Fixture Clamp,
    IReadOnlyList<CellCard.Rate> RatesByTemperature,
    CellCard.DataSheet DatasheetLimits,
    IReadOnlyList<Parameter> Parameters,
    ImageFigures Image)
{
    /// <summary>The card of a parameter file.</summary>
    /// <exception cref="BadInputException">The cell does not fit the firmware.</exception>
    public static CellCard Of(CellFile file)
    {
        CellParameters cell = file.Cell;
        byte[] image = FirmwareImage.Build(cell);
        return new CellCard(
            cell.Name,
            cell.Title,
            file.Description,
            file.References,
            cell.Name == ProfileLibrary.Default,
            cell.Cell.NominalCapacity,
            cell.Cell.WindowCapacity,
            cell.Cell.OneC,
            OperatingWindow.Of(cell.Limits),
            Fixture.Of(cell),
            Rate.Of(cell.Limits.DischargeRateByTemperature, cell.Limits.ChargeRateByTemperature),
            DataSheet.Of(cell.Limits.Datasheet),
            file.Parameters,
            ImageFigures.Of(ProfileImage.Read(image), image.Length));
    }

    /// <summary>Where the cell may work.</summary>
    internal sealed record OperatingWindow(
        double VoltageMinV,
        double VoltageMaxV,
        double FaultVoltageMinV,
        double FaultVoltageMaxV,
        double TemperatureMinC,
        double TemperatureMaxC,
        double DutyTemperatureMinC,
        double DutyTemperatureMaxC,
        double PressureMinMpa,
        double PressureMaxMpa,
        double FaultPressureMinMpa,
        double FaultPressureMaxMpa,
        double DischargeCRateMax,
        double ChargeCRateMax,
        double FuseCurrentA)
    {
        public static OperatingWindow Of(OperatingLimits limits) => new(
            limits.VoltageMinimum,
            limits.VoltageMaximum,
            limits.VoltageMinimumHard,
            limits.VoltageMaximumHard,
            Figure.Celsius(limits.TemperatureMinimum),
            Figure.Celsius(limits.TemperatureMaximum),
            Figure.Celsius(limits.DutyTemperatureMinimum),
            Figure.Celsius(limits.DutyTemperatureMaximum),
            limits.PressureMinimum,
            limits.PressureMaximum,
            limits.PressureMinimumHard,
            limits.PressureMaximumHard,
            limits.DischargeRateMaximum,
            limits.ChargeRateMaximum,
            limits.FuseRatedCurrent);
    }

    /// <summary>What presses on the cell.</summary>
    internal sealed record Fixture(double SetPressureMpa, double SetSocPercent, double SetTemperatureC, double FormationPressureMpa, double StiffnessNPerM)
    {
        public static Fixture Of(CellParameters cell) => new(
            cell.Mechanics.SetPressure,
            100 * cell.Mechanics.SetStateOfCharge,
            Figure.Celsius(cell.Mechanics.SetTemperature),
            cell.Interface.FormationPressure,
            cell.Mechanics.FixtureStiffness);
    }

    /// <summary>The rates that hold contact at a temperature.</summary>
    internal sealed record Rate(double TemperatureC, double DischargeCRate, double ChargeCRate)
    {
        public static Rate[] Of(Table discharge, Table charge) =>
            [.. discharge.Nodes.ToArray().Union(charge.Nodes.ToArray()).Order().Select(celsius => new Rate(celsius, discharge.At(celsius), charge.At(celsius)))];
    }

    /// <summary>The fixed limits of a data sheet.</summary>
    internal sealed record DataSheet(double DischargeCRate, double ChargeCRate, double TemperatureMinC, double TemperatureMaxC, double PressureMinMpa, double PressureMaxMpa)
    {
        public static DataSheet Of(DatasheetLimits limits) => new(
            limits.Discharge, limits.Charge, limits.TemperatureMinimum, limits.TemperatureMaximum, limits.PressureMinimum, limits.PressureMaximum);
    }
}
