namespace Bms.Device.Samples;

public sealed class Numbers
{
    public bool IsMissing(double value)
    {
        return double.IsNaN(value);
    }

    public bool IsPlausible(double value)
    {
        return value > 0.5 && value < 2;
    }
}
