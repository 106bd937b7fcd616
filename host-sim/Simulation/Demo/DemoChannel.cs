namespace Bms.Simulation.Demo;

/// <summary>A channel of a demo trace.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Step">What its values are multiples of, in the channel's unit.</param>
internal sealed record DemoChannel(int Number, int Step);
