namespace Bms.Core.Samples;

public class Box<T>
{
    public T Content;
}

public sealed class IntegerBox : Box<int> //!
{
}

public sealed class Shelf
{
    private readonly Box<string> _box; //!

    public Shelf(Box<string> box) //!
    {
        _box = box; //!
    }

    public string Content()
    {
        return Unwrap(_box.Content); //!
    }

    private static T Unwrap<T>(T value)
    {
        return value;
    }
}
