namespace Bms.Drivers.Tests;

/// <summary>What a rig is made of.</summary>
internal sealed record RigSetup
{
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether parts have errors, noise and moods.</summary>
    public bool HasErrors { get; init; } = true;

    public int Cells { get; init; } = 8;

    public int Sensors { get; init; } = 4;

    public double Shunt_ohm { get; init; } = 0.0005;

    /// <summary>Bus mode the front end powers up in.</summary>
    public byte CommType { get; init; }

    /// <summary>Whether the front end changes its bus mode at the end of an update already.</summary>
    public bool SwapsAtExit { get; init; }

    public int Lowest_uV { get; init; } = 2_500_000;

    public int Highest_uV { get; init; } = 4_350_000;

    public int ChargeTrip_mA { get; init; } = 20_000;

    public int DischargeTrip_mA { get; init; } = 40_000;

    public int ShortCircuit_mA { get; init; } = 80_000;
}
