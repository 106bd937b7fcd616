namespace Bms.Simulation.Campaigns.Trials;

/// <summary>What sets the limits of a trial: the firmware, a data sheet, or a controller that knows the truth.</summary>
internal interface IGovernor
{
    /// <summary>Whether the heaters are to run from the next step of the plant on.</summary>
    public bool HeaterOn { get; }

    /// <summary>Looks at an instant, every tick, before the load asks.</summary>
    /// <param name="time_ms">Now.</param>
    public void Look(long time_ms);

    /// <summary>The limit in force, A, 0 or above.</summary>
    /// <param name="time_ms">Now.</param>
    /// <param name="charges">Of the charge current, or else of the discharge current.</param>
    public double Limit(long time_ms, bool charges);

    /// <summary>What held the load back in a tick.</summary>
    /// <param name="charges">Whether the charge current was held back.</param>
    public void HeldBack(bool charges);
}
