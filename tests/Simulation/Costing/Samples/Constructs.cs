using System;

namespace Bms.Simulation.Tests.Costing.Samples;

/// <summary>One construct a method.</summary>
public static class Constructs
{
    private static readonly Animal s_animal = new();
    private static readonly Animal s_dog = new Dog();
    private static readonly Change s_change = Increment;
    private static readonly int[] s_from = new int[3];
    private static readonly int[] s_to = new int[3];
    private static readonly Holder s_holder = new();

    public static int Nothing() => 0;

    public static int StaticCall() => Increment(0);

    public static int InstanceCall() => s_animal.Plain();

    public static int PropertyGetter() => s_animal.Legs;

    public static void PropertySetter() => s_animal.Legs = 4;

    public static int VirtualCall() => s_animal.Sound();

    public static int VirtualAndBaseCall() => s_dog.Sound();

    public static int InterfaceCall() => s_holder.Named.Number();

    public static int DelegateCall() => s_change(0);

    public static void ArrayCopy() => Array.Copy(s_from, s_to, 3);

    public static int OutsideCall() => GC.CollectionCount(3);

    public static object NewObject() => new Animal();

    public static object NewOutsideObject() => new Random();

    public static object NewDelegate() => new Change(s_animal.More);

    public static object BoxedInteger() => 0;

    public static int StructArgument() => Left(s_holder.Pair);

    public static void StructReturned() => MakePair();

    public static int StructsNested() => Sum(s_holder.Nested);

    public static int StructByReference() => Left(ref s_holder.Pair);

    public static int EnumArgument() => Of(s_holder.Colour);

    public static int TimeArgument() => Of(s_holder.Time);

    public static int StructLocal()
    {
        Pair pair = s_holder.Pair;
        return Left(ref pair);
    }

    public static int StructInALoop(int turns)
    {
        int sum = 0;
        for (int turn = 0; turn < turns; turn++)
        {
            sum += Left(s_holder.Pair);
        }

        return sum;
    }

    private static int Increment(int value) => value + 1;

    private static int Left(Pair pair) => 0;

    private static int Left(ref Pair pair) => pair.Left;

    private static int Sum(Nested nested) => 0;

    private static int Of(Colour colour) => 0;

    private static int Of(TimeSpan time) => 0;

    private static Pair MakePair() => s_holder.Pair;
}
