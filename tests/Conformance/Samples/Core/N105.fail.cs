namespace Bms.Core.Samples;

public interface IPart
{
    int Weight();

    int Doubled() //!
    {
        return 2 * Weight();
    }
}
