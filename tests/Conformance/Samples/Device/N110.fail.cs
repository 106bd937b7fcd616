namespace Bms.Device.Samples;

public sealed class Ratios
{
    public double Plain(double total, double part)
    {
        return total / part; //!
    }

    public double OfInteger(double total, int parts)
    {
        return total / parts; //!
    }

    public float WrongSide(float total, float part)
    {
        return part > -1 ? total / part : 0; //!
    }
}
