namespace Bms.Core.Samples;

public interface IPart
{
    int Weight();
}

public abstract class Part : IPart
{
    public abstract int Weight();

    public int Doubled()
    {
        return 2 * Weight();
    }
}
