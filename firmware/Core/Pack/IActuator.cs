namespace Bms.Core.Pack;

/// <summary>An output that does what a step decided.</summary>
public interface IActuator
{
    /// <summary>Acts on what has changed since the step before; every 20 ms, after the step.</summary>
    public void Apply(Decision decision);
}
