using System.IO;

namespace Bms.Device.Samples;

public sealed class Notes
{
    private FileStream _stream; //!

    public bool Exists(string name)
    {
        return File.Exists(name); //!
    }

    public void Open(string name)
    {
        _stream = new FileStream(name, FileMode.Open); //!
    }

    public string Place(string name)
    {
        return Path.Combine("I:", name); //!
    }
}
