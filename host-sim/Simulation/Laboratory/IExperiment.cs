using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Laboratory;

/// <summary>Something that is done to a cell to learn about it. Its properties say how; the workbench says to which cell.</summary>
public interface IExperiment
{
    /// <summary>Name on the command line and in the summary.</summary>
    public string Name { get; }

    /// <summary>Does it.</summary>
    /// <param name="bench">The cell, and what there is to do it with.</param>
    /// <exception cref="System.OperationCanceledException">Cancelled.</exception>
    public Findings Run(Workbench bench);
}
