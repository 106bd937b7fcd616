namespace Bms.Device.Samples;

public sealed class Numbers
{
    public bool IsMissing(double value)
    {
        return value != value; //!
    }

    public bool IsMarked(double value)
    {
        return value == double.NaN; //!
    }
}
