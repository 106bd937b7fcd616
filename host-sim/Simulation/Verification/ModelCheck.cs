using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bms.Core.Cells;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Simulation.Verification;

/// <summary>How far the firmware's cell model is from the same scheme in double precision, and from the full-order plant.</summary>
public static class ModelCheck
{
    /// <summary>Bound of the firmware against the same scheme in double precision, mV RMS.</summary>
    public const double FixedVsDoubleRms = 0.5;

    /// <summary>Bound of the firmware against the same scheme in double precision at any instant, mV.</summary>
    public const double FixedVsDoubleMax = 2;

    /// <summary>Bound of the firmware against the full-order plant, mV RMS.</summary>
    public const double RomVsPlantRms = 5;

    private const ulong DriftSeed = 1;

    /// <summary>Checks the firmware image of a cell, as it is built from its parameters.</summary>
    /// <inheritdoc cref="Run(CellParameters, byte[], IReadOnlyList{VerificationCase}, int, IProgress{double}?, CancellationToken)"/>
    public static CheckReport Run(CellParameters cell, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Run(cell, FirmwareImage.Build(cell), VerificationCase.All(cell), threads, progress, cancellation);
    }

    /// <summary>Checks a firmware image against the cell it should be of.</summary>
    /// <param name="cell">Physics of the cell.</param>
    /// <param name="image">What the firmware has of it.</param>
    /// <param name="cases">What is played.</param>
    /// <param name="threads">Cases played at once, at least 1; the result does not depend on it.</param>
    /// <param name="progress">Told after each case which share is done, from several threads.</param>
    /// <param name="cancellation">Ends the check early.</param>
    /// <exception cref="ArgumentException">The image is refused by the firmware.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CheckReport Run(
        CellParameters cell, byte[] image, IReadOnlyList<VerificationCase> cases, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(cases);
        ProfileImage read = ProfileImage.Read(image);
        if (read.Error != ProfileError.None)
        {
            throw new ArgumentException($"the firmware refuses this image: {read.Error}", nameof(image));
        }

        var profile = new CellProfile(read);
        var results = new CaseResult[cases.Count];
        double drift_ppm = 0;
        int done = 0;
        Parallel.For(
            -1,
            cases.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            index =>
            {
                if (index < 0)
                {
                    drift_ppm = ChargeDrift.Measure_ppm(profile, DriftSeed);
                }
                else
                {
                    results[index] = new SideBySide(cell, profile, cases[index]).Run(cancellation);
                }

                progress?.Report(Interlocked.Increment(ref done) / (cases.Count + 1.0));
            });
        return new CheckReport(cell.Name, drift_ppm, results);
    }
}
