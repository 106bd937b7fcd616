using static System.Console; //!
using Disk = System.IO.File; //!

namespace Bms.Device.Samples;

public sealed class Speaker
{
    private readonly System.Text.StringBuilder _text = new System.Text.StringBuilder(); //!

    public void Say(string text)
    {
        System.Console.WriteLine(text); //!
        global::System.Threading.Thread.Sleep(1); //!
        WriteLine(Disk.Exists(text) ? _text.ToString() : text);
    }
}
