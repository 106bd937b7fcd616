namespace Bms.Simulation.Scenarios;

/// <summary>What a scenario does to the true world besides asking for current.</summary>
public interface IPlantControls
{
    /// <summary>Sets the ambient temperature from now on.</summary>
    /// <param name="celsius">Ambient temperature, degC.</param>
    public void SetAmbient(double celsius);

    /// <summary>Makes every clamp force-controlled from now on.</summary>
    /// <param name="megapascal">Clamp pressure to be held, MPa.</param>
    public void HoldPressure(double megapascal);

    /// <summary>Leaves the clamps to their springs again.</summary>
    public void ReleasePressure();

    /// <summary>Sets how much pressure a clamp has lost or gained by itself until now, in all.</summary>
    /// <param name="clamp">Which clamp, from 0.</param>
    /// <param name="megapascal">Sum of all changes, MPa; below 0 is a loss.</param>
    public void SetClampOffset(int clamp, double megapascal);

    /// <summary>Breaches the case of a cell.</summary>
    /// <param name="cell">Which cell, from 0.</param>
    /// <param name="percent">Relative humidity from now on, percent; null: as it was.</param>
    public void Breach(int cell, double? percent);

    /// <summary>Asks the firmware for heat, or no longer.</summary>
    /// <param name="wanted">Whether heat is wanted.</param>
    public void WantHeat(bool wanted);
}
