namespace Bms.Core.Samples;

public sealed class Scale
{
    private readonly float _factor; //!

    public Scale(int factor)
    {
        _factor = factor; //!
    }

    public int Of(int value)
    {
        return (int)(value * 0.5); //!
    }

    public int From(double value) //!
    {
        return 0;
    }
}
