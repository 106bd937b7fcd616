namespace Bms.Simulation.Tests.Costing.Samples;

/// <summary>Methods that call each other.</summary>
public static class Work
{
    public static int All() => Outer() + AlsoInner(1) + Leaf(2);

    public static int Outer() => Inner(1) + Leaf(2);

    public static int Inner(int value) => Leaf(value);

    public static int AlsoInner(int value) => value + 1;

    public static int Leaf(int value) => value + 1;

    public static int Rounds(int rounds) => rounds == 0 ? 0 : Around(rounds - 1) + 1;

    public static int Around(int rounds) => Rounds(rounds) + 1;
}
