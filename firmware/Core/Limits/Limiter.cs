namespace Bms.Core.Limits;

/// <summary>One physical reason that bounds the pack current.</summary>
public abstract class Limiter
{
    /// <summary>The slow part, once a second: what follows from the states of the cells.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>The fast part, every 100 ms: lowers the limits to what this reason allows.</summary>
    public abstract void Apply(LimitSet limits);
}
