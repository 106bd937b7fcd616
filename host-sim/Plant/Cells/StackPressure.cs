using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Cells;

/// <summary>What the pressure on a stack means for the cells in it, before temperature has its say.</summary>
/// <remarks>Evaluated once for all cells of a clamp. The highest pressure ever seen is remembered: lithium that once flowed
/// into the roughness of the electrolyte stays there.</remarks>
public sealed class StackPressure
{
    private readonly CellParameters _parameters;

    /// <summary>Starts at a pressure, MPa, after formation.</summary>
    public StackPressure(CellParameters parameters, double pressure)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        Highest = parameters.Interface.FormationPressure;
        Set(pressure);
    }

    /// <summary>Present pressure, MPa.</summary>
    public double Pressure { get; private set; }

    /// <summary>Highest pressure seen, formation included, MPa.</summary>
    public double Highest { get; private set; }

    /// <summary>Contact resistance at the reference temperature and full contact, Ohm m².</summary>
    public double ContactResistance { get; private set; }

    /// <summary>Creep rate at the creep reference temperature, 1/s.</summary>
    public double CreepRate { get; private set; }

    /// <summary>Stripping limit at the reference temperature, mA/cm².</summary>
    public double StrippingLimit { get; private set; }

    /// <summary>Plating limit at the reference temperature without the contact's share, mA/cm².</summary>
    public double PlatingLimit { get; private set; }

    /// <summary>Mechanical filament growth at the reference temperature, 1/s.</summary>
    public double MechanicalRate { get; private set; }

    /// <summary>Takes a new pressure, MPa.</summary>
    public void Set(double pressure)
    {
        Pressure = pressure;
        Highest = Math.Max(Highest, pressure);
        ContactResistance = ContactResistanceAt(pressure);

        LithiumCreep creep = _parameters.Creep;
        double stress = Math.Min(creep.DeviatoricFraction * pressure, creep.StressCap);
        CreepRate = creep.Rate * Math.Pow(stress, creep.Exponent);
        StrippingLimit = _parameters.Stripping.OverPressure.At(pressure);
        PlatingLimit = _parameters.Plating.Reference * _parameters.Plating.PressureFactor.At(pressure);
        MechanicalRate = _parameters.Filament.MechanicalRate.At(pressure);
    }

    // First loading R = A (P/P_ref)^-m; below the highest pressure R = A (P_max/P_ref)^-m (P_max/P)^m_u.
    private double ContactResistanceAt(double pressure)
    {
        LithiumInterface law = _parameters.Interface;
        double floored = Math.Max(pressure, law.PressureFloor);
        double highest = Math.Max(Highest, floored);
        double resistance = law.ContactResistance
            * Math.Pow(highest / law.ContactReferencePressure, -law.LoadingExponent)
            * Math.Pow(highest / floored, law.UnloadingExponent);
        return Math.Min(resistance, law.ResistanceCap);
    }
}
