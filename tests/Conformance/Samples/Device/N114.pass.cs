using System.Text;

namespace Bms.Device.Samples;

public sealed class Figures
{
    public string Plain(double value)
    {
        return ((int)(value * 1000)).ToString();
    }

    public void Into(StringBuilder text, int thousandths)
    {
        text.Append(thousandths / 1000).Append('.').Append(thousandths % 1000);
    }
}
