using System;

namespace Bms.Simulation.Tests.Costing.Samples;

public delegate int Change(int value);

public interface INamed
{
    public int Number();
}

public struct Pair
{
    public int Left;
    public int Right;
}

public struct Nested
{
    public Pair Both;
    public long Sum;
}

public enum Colour
{
    Red,
    Green,
}

public sealed class Holder
{
    public Pair Pair;
    public Nested Nested;
    public Colour Colour;
    public TimeSpan Time;
    public INamed Named = new Animal();
}

public class Animal : INamed
{
    private int _legs = 4;

    public int Legs
    {
        get => _legs;
        set => _legs = value;
    }

    public int Number() => 1;

    public virtual int Sound() => 2;

    public int Plain() => 3;

    public int More(int value) => value + _legs;
}

public sealed class Dog : Animal
{
    public override int Sound() => base.Sound();
}
