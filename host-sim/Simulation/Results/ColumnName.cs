namespace Bms.Simulation.Results;

/// <summary>
/// The names of the quantities in <c>trace.csv</c>: Battery Data Format where that format has a name, and in its style
/// elsewhere. Those of a cell or clamp are followed by its index in brackets.
/// </summary>
public static class ColumnName
{
    /// <summary>Time since the start of the run, s. Always the first column.</summary>
    public const string TestTime = "test_time_second";

    /// <summary>Pack voltage, V.</summary>
    public const string Voltage = "voltage_volt";

    /// <summary>Pack current, A, positive on charge.</summary>
    public const string Current = "current_ampere";

    /// <summary>Current the load asked for, A, positive on charge.</summary>
    public const string RequestedCurrent = "requested_current_ampere";

    /// <summary>Largest charge current the firmware allows, A, 0 or positive.</summary>
    public const string ChargeLimit = "limit_charge_a";

    /// <summary>Largest discharge current the firmware allows, A, as a magnitude: 0 or positive.</summary>
    public const string DischargeLimit = "limit_discharge_a";

    /// <summary>The limiter that sets the charge limit, as text.</summary>
    public const string ChargeBinding = "binding_charge";

    /// <summary>The limiter that sets the discharge limit, as text.</summary>
    public const string DischargeBinding = "binding_discharge";

    /// <summary>State of the contactors, as text.</summary>
    public const string ContactorState = "contactor_state";

    /// <summary>Ambient temperature, degC.</summary>
    public const string AmbientTemperature = "ambient_temperature_celsius";

    /// <summary>Heater power of the whole pack, W.</summary>
    public const string HeaterPower = "heater_power_watt";

    /// <summary>Hydrogen sulfide in the air of the housing, ppm: of a breached sulfide cell in humid air.</summary>
    public const string TrueHydrogenSulfide = "true_hydrogen_sulfide_ppm";

    /// <summary>Phosphine in the air of the housing, ppm: of a breached LiPON cell.</summary>
    public const string TruePhosphine = "true_phosphine_ppm";

    /// <summary>Ammonia in the air of the housing, ppm: of a breached LiPON cell.</summary>
    public const string TrueAmmonia = "true_ammonia_ppm";

    /// <summary>Stack pressure of a clamp, Pa.</summary>
    public const string AppliedPressure = "applied_pressure_pa";

    /// <summary>Terminal voltage of a cell, V.</summary>
    public const string CellVoltage = "cell_voltage_volt";

    /// <summary>State of charge of the true cell, 0..1.</summary>
    public const string TrueSoc = "true_soc";

    /// <summary>The firmware's estimate of the state of charge, 0..1.</summary>
    public const string EstimatedSoc = "estimated_soc";

    /// <summary>Contact factor of the true cell's lithium interface, 0..1.</summary>
    public const string TrueContact = "true_contact";

    /// <summary>Current density over the area that still touches, j/theta, mA/cm², a magnitude: plating while current_ampere is
    /// positive, stripping while it is negative.</summary>
    public const string TrueLocalCurrent = "true_local_current_ma_cm2";

    /// <summary>Critical current density of the true cell while plating (charge), mA/cm², a magnitude.</summary>
    public const string TruePlatingLimit = "true_plating_ccd_ma_cm2";

    /// <summary>Critical current density of the true cell while stripping (discharge), mA/cm², a magnitude.</summary>
    public const string TrueStrippingLimit = "true_stripping_limit_ma_cm2";

    /// <summary>Core temperature of the true cell, degC.</summary>
    public const string TrueCoreTemperature = "true_core_temperature_c";

    /// <summary>The firmware's estimate of the core temperature, degC.</summary>
    public const string EstimatedCoreTemperature = "estimated_core_temperature_c";

    /// <summary>Filament index of the true cell, 0..1.</summary>
    public const string TrueFilament = "true_filament_index";

    /// <summary>The name of a family's column, e.g. <c>true_soc[3]</c>.</summary>
    public static string Of(string family, int index) => $"{family}[{index}]";
}
