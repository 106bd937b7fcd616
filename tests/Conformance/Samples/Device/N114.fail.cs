using System.Text;

namespace Bms.Device.Samples;

public sealed class Figures
{
    public string Plain(double value)
    {
        return value.ToString("F3"); //!
    }

    public string Added(float value)
    {
        return "value " + value; //!
    }

    public void Into(StringBuilder text, double value)
    {
        text.Append(value); //!
    }
}
