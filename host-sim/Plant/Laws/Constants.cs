namespace Bms.Plant.Laws;

/// <summary>Constants of nature, CODATA 2018, as the parameter files assume them.</summary>
public static class Constants
{
    /// <summary>Molar gas constant R, J/(mol K).</summary>
    public const double GasConstant = 8.314462618;

    /// <summary>Faraday constant F, C/mol.</summary>
    public const double Faraday = 96485.33212;

    /// <summary>Electric constant, F/m.</summary>
    public const double VacuumPermittivity = 8.8541878128e-12;

    /// <summary>Elementary charge, C.</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>Seconds in an hour.</summary>
    public const double SecondsPerHour = 3600;

    /// <summary>A/m² in one mA/cm².</summary>
    public const double AmperePerSquareMetre = 10;
}
