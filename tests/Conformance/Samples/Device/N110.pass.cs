namespace Bms.Device.Samples;

public sealed class Ratios
{
    public double Plain(double total, double part)
    {
        return part > 0.001 ? total / part : 0;
    }

    public double OfInteger(double total, int parts)
    {
        return parts < 1 ? 0 : total / parts / 298.15;
    }

    public float NotZero(float total, float part)
    {
        return part != 0 ? total / part : 0;
    }
}
