using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Driving;
using Bms.Simulation.Loads;

namespace Bms.Simulation.Scenarios;

/// <summary>One step of a scenario.</summary>
public abstract record Step
{
    /// <summary>Ambient temperature from the beginning of this step on, degC; null leaves it as it is.</summary>
    public double? Ambient { get; init; }

    /// <summary>The step as a sentence that reads back to the same step.</summary>
    public string Sentence => Ambient is double ambient ? $"{Words} at {Quantity.Temperature.Print(ambient)}" : Words;

    /// <summary>The sentence without its ambient temperature.</summary>
    protected abstract string Words { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Sentence;
}

/// <summary>A step that lasts until one of its ends is reached.</summary>
public abstract record LastingStep : Step
{
    /// <summary>What ends it.</summary>
    public StepEnds Ends { get; init; } = new();

    /// <summary>+1 if it fills the cells, -1 if it empties them, 0 if it does neither: which way an end is reached.</summary>
    public abstract int Direction { get; }

    /// <summary>Whether heating is wanted meanwhile, if the scenario allows it at all: whenever the pack is to work.</summary>
    public virtual bool WantsHeat => true;
}

/// <summary>Charges or discharges at a constant current, as far as the limits allow.</summary>
public sealed record ConstantCurrentStep : LastingStep
{
    /// <summary>Whether it charges rather than discharges.</summary>
    public required bool Charges { get; init; }

    /// <summary>The current asked for.</summary>
    public required CurrentRate Rate { get; init; }

    /// <inheritdoc/>
    public override int Direction => Charges ? 1 : -1;

    /// <inheritdoc/>
    protected override string Words => $"{(Charges ? "Charge" : "Discharge")} at {Rate} {Ends}";
}

/// <summary>Asks for no current.</summary>
public sealed record RestStep : LastingStep
{
    /// <inheritdoc/>
    public override int Direction => 0;

    /// <inheritdoc/>
    public override bool WantsHeat => false;

    /// <inheritdoc/>
    protected override string Words => $"Rest {Ends}";
}

/// <summary>Asks for no current, but for heat.</summary>
public sealed record PreheatStep : LastingStep
{
    /// <inheritdoc/>
    public override int Direction => 0;

    /// <inheritdoc/>
    protected override string Words => $"Preheat {Ends}";
}

/// <summary>Asks for the power of a vehicle on a drive.</summary>
public sealed record DriveStep : LastingStep
{
    /// <summary>What is driven.</summary>
    public required DriveCycle Cycle { get; init; }

    /// <inheritdoc/>
    public override int Direction => -1;

    /// <inheritdoc/>
    protected override string Words => $"Drive {Cycle.Name} {Ends}";
}

/// <summary>Asks for a current given over time, once from beginning to end. Written by no sentence: a load comes with a file.</summary>
public sealed record LoadStep : LastingStep
{
    /// <summary>Makes the step; it lasts as long as the profile.</summary>
    public LoadStep(LoadProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
        Ends = new StepEnds { Seconds = profile.Duration };
    }

    /// <summary>The current over time.</summary>
    public LoadProfile Profile { get; }

    /// <inheritdoc/>
    public override int Direction => 0;

    /// <inheritdoc/>
    protected override string Words => $"Play {Profile.Name}";
}

/// <summary>Makes the clamps force-controlled from here on; takes no time.</summary>
public sealed record HoldPressureStep : Step
{
    /// <summary>Clamp pressure to be held, MPa.</summary>
    public required double Megapascal { get; init; }

    /// <inheritdoc/>
    protected override string Words => $"Hold {Quantity.Pressure.Print(Megapascal)}";
}

/// <summary>Leaves the clamps to their springs again; takes no time.</summary>
public sealed record ReleasePressureStep : Step
{
    /// <inheritdoc/>
    protected override string Words => "Release pressure";
}

/// <summary>Plays a list of steps several times.</summary>
public sealed record RepeatStep : Step
{
    /// <summary>How often.</summary>
    public required int Times { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <inheritdoc/>
    protected override string Words => $"Repeat {Times} times";

    /// <summary>Equal if they repeat equal steps equally often.</summary>
    public bool Equals(RepeatStep? other) => other is not null && base.Equals(other) && Times == other.Times && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Aggregate(Times, HashCode.Combine);
}
