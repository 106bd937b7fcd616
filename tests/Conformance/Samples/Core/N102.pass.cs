namespace Bms.Core.Samples;

public class Box
{
    public object Content;
}

public sealed class IntegerBox : Box
{
}

public sealed class Shelf
{
    private readonly Box _box;

    public Shelf(Box box)
    {
        _box = box;
    }

    public object Content()
    {
        return _box.Content;
    }
}
