using System;
using Bms.Core.Tests.Cells;
using Bms.Plant.Cells;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Core.Tests.Limits;

/// <summary>The critical currents of lithium in double precision, from the parameters, as multiples of 1C.</summary>
internal static class CriticalCurrentLaw
{
    public static double Stripping(string cell, double celsius, double pressure, double contact)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        StrippingLimit law = parameters.Stripping;
        double limit = law.OverPressure.At(pressure) * Factor(parameters, law.Activation, celsius);
        return Math.Min(law.Ceiling, limit) * contact / OneC(parameters);
    }

    public static double Plating(string cell, double celsius, double pressure, double contact)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        PlatingLimit law = parameters.Plating;
        double resistance = new StackPressure(parameters, pressure).ContactResistance / Factor(parameters, parameters.Interface.ContactActivation, celsius);
        double limit = law.Reference * law.PressureFactor.At(pressure) * Factor(parameters, law.Activation, celsius) * Math.Exp(-resistance / law.ResistanceScale);
        return Math.Min(law.Ceiling, limit) * contact / OneC(parameters);
    }

    private static double Factor(CellParameters parameters, double activation, double celsius)
        => new Arrhenius(activation, parameters.ReferenceTemperature).At(1 / (celsius + 273.15));

    // mA/cm² at 1C
    private static double OneC(CellParameters parameters) => parameters.Cell.OneC / parameters.Cell.TotalArea / Constants.AmperePerSquareMetre;
}
