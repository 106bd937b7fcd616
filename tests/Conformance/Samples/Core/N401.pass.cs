namespace Bms.Core;

public abstract class Limiter
{
    public abstract void Apply(int[] limits);
}

public sealed class Frugal : Limiter
{
    private readonly int[] _copy = new int[16];
    private string _text = "limit";

    public override void Apply(int[] limits)
    {
        for (int k = 0; k < limits.Length; k++)
        {
            _copy[k] = limits[k];
        }
    }

    // not in a step
    public string Text()
    {
        _text = _text + _copy[0].ToString();
        return _text;
    }
}

public sealed class BatteryManager
{
    private readonly Limiter[] _limiters = new Limiter[] { new Frugal() };

    public void Step(int[] limits)
    {
        for (int k = 0; k < _limiters.Length; k++)
        {
            _limiters[k].Apply(limits);
        }
    }
}
