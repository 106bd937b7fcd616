using System;

namespace Bms.Core;

public abstract class Limiter
{
    public abstract void Apply(int[] limits);
}

public sealed class Hungry : Limiter
{
    private readonly Action _call;
    private object _kept;
    private string _text = "limit";

    public Hungry(Action call)
    {
        _call = call;
        _kept = new object(); //!
    }

    public override void Apply(int[] limits)
    {
        int[] copy = new int[limits.Length]; //!
        _kept = new Hungry(_call); //!
        _text = _text + limits.Length; //!
        _kept = limits[0]; //!
        Take(Drop); //!
        limits[0] = copy[0];
    }

    private void Drop()
    {
        _kept = null;
    }

    private void Take(Action call)
    {
        call();
    }
}

public sealed class BatteryManager
{
    private readonly Limiter[] _limiters;

    public BatteryManager(Limiter[] limiters)
    {
        _limiters = limiters;
    }

    public void Step(int[] limits)
    {
        for (int k = 0; k < _limiters.Length; k++)
        {
            _limiters[k].Apply(limits);
        }
    }
}
