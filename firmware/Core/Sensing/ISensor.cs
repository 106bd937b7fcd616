namespace Bms.Core.Sensing;

/// <summary>A chip, or a group of pins, that renews channels of the frame.</summary>
public interface ISensor
{
    /// <summary>Finds it and configures it. For start-up only: may take long.</summary>
    /// <returns>False if it does not answer, or refuses what it was told.</returns>
    public bool Start();

    /// <summary>Renews what is due in this tick, every 20 ms; bounded, and never throws for a fault on the bus.</summary>
    /// <param name="frame">Takes what was read, stamped with the time of its conversion. What could not be read keeps its old
    /// stamp and becomes stale; what the chip calls bad is invalidated.</param>
    /// <param name="phase">Tick within the 100 ms round, 0..4.</param>
    public void Renew(SensorFrame frame, int phase);
}
