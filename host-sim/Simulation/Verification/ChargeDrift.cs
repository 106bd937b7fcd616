using System;
using System.Numerics;
using Bms.Core.Cells;
using Bms.Plant.Randomness;

namespace Bms.Simulation.Verification;

/// <summary>Whether the firmware's diffusion model keeps every µA ms over thousands of cycles.</summary>
/// <remarks>
/// Each cycle goes from nearly full to nearly empty and back, in steps of 1 s to 60 s, each with a current and a temperature of
/// its own, drawn from a seed. Long steps make ten thousand cycles a matter of seconds; what rounding could lose, it loses a
/// step, not a second.
/// </remarks>
internal static class ChargeDrift
{
    private const int Cycles = 10_000;
    private const double Empty = 0.05;
    private const double Full = 0.95;

    /// <summary>|sum of the amounts - the sum at the start - integral of I dt| over the charge between empty and full, ppm.</summary>
    /// <param name="profile">The cell.</param>
    /// <param name="seed">Seed of currents, steps and temperatures.</param>
    public static double Measure_ppm(CellProfile profile, ulong seed)
    {
        var random = new RandomSequence(seed, stream: 0);
        var states = new CellStates(1);
        var diffusion = new DiffusionModel(profile, states);
        diffusion.Reset(0, stateOfCharge_Q30: 1 << 29);
        BigInteger first = Lithium(diffusion);
        double highest = Math.Max(profile.DischargeRateMaximum_Q24, profile.ChargeRateMaximum_Q24) * (double)profile.OneC_uA / (1 << 24);
        long charge_uAms = 0;
        for (int half = 0; half < 2 * Cycles; half++)
        {
            bool charging = half % 2 == 0;
            while (charging ? states.StateOfCharge_Q30[0] < Full * (1 << 30) : states.StateOfCharge_Q30[0] > Empty * (1 << 30))
            {
                double current_uA = random.Uniform(0.2, 1) * highest;
                int step_ms = (int)random.Uniform(1000, 60_000);
                long moved_uAms = (charging ? 1 : -1) * (long)current_uA * step_ms;
                charge_uAms += moved_uAms;
                diffusion.Advance(0, -moved_uAms, step_ms, (int)random.Uniform(0, Grid.TemperaturePosition(int.MaxValue)));
            }
        }

        BigInteger quantum = BigInteger.One << diffusion.QuantumShift;
        BigInteger drift = BigInteger.Abs(Lithium(diffusion) - first + (charge_uAms * quantum));   // lithium leaves on charge
        return 1e6 * (double)drift / ((double)quantum * profile.WindowCharge_uAms);
    }

    private static BigInteger Lithium(DiffusionModel diffusion)
    {
        BigInteger sum = 0;
        for (int volume = 0; volume < Grid.Volumes; volume++)
        {
            sum += diffusion.Amount(0, volume);
        }

        return sum;
    }
}
