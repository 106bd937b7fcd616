using System;
using System.Linq;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Plant.Tests.Data;

/// <summary>One nominal pouch cell on the bench, which does not age, or its parameters with one mechanism taken away.</summary>
public static class Rig
{
    public const double ZeroCelsius = 273.15;

    public static CellParameters Pouch => PouchCell.Parameters;

    public static Pack Cell(
        CellParameters parameters, double celsius = 25, double stateOfCharge = 0.5, double? pressure = null, int volumes = 60) =>
        new(parameters, new PackOptions
        {
            Cells = 1,
            Spread = false,
            StateOfCharge = stateOfCharge,
            Temperature = ZeroCelsius + celsius,
            Ambient = ZeroCelsius + celsius,
            ClampPressure = pressure,
            Volumes = volumes,
            Mechanisms = Without("interphase", "calendar-fade", "cycle-fade"),
        });

    /// <summary>Full physics but for a few mechanisms.</summary>
    public static MechanismSet Without(params string[] keys) =>
        keys.Aggregate(MechanismSet.All, (set, key) => set.Without(MechanismTable.Find(key)!));

    /// <summary>Heat leaves as soon as it is made.</summary>
    public static CellParameters Isothermal(this CellParameters parameters) =>
        parameters with { Thermal = parameters.Thermal with { CoreToSurface = 1e7, SurfaceToAmbient = 1e7 } };

    /// <summary>Stripping takes no contact.</summary>
    public static CellParameters KeepingContact(this CellParameters parameters) =>
        parameters with { Interface = parameters.Interface with { ContactLoss = 0 } };

    /// <summary>Contact starts at a value and does not heal.</summary>
    public static CellParameters WithoutHealing(this CellParameters parameters, double contact) =>
        parameters with { Interface = parameters.Interface with { ContactInitial = contact, ContactHealing = 0 } };

    /// <summary>Nothing leaks, not even a filament.</summary>
    public static CellParameters Tight(this CellParameters parameters) =>
        parameters with { Short = parameters.Short with { Leakage = 0, HardConductance = 0 } };

    /// <summary>Advances in steps of a second until a condition holds; the seconds it took.</summary>
    public static int Until(this Pack pack, double current, Func<Pack, bool> reached, int most = 2_000_000)
    {
        for (int second = 0; second < most; second++)
        {
            if (reached(pack))
            {
                return second;
            }

            pack.Advance(1, current);
        }

        return most;
    }

    /// <summary>Whether a figure lies within a share of what it should be.</summary>
    public static void Near(double expected, double actual, double share) =>
        Xunit.Assert.InRange(actual, expected - (Math.Abs(expected) * share), expected + (Math.Abs(expected) * share));
}
