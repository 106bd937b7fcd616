namespace Bms.Core.Samples;

public enum Kind
{
    None,
}

public sealed class Boxes
{
    public object Of(int value)
    {
        return value; //!
    }

    public bool Same(Kind kind)
    {
        return kind.Equals(Kind.None); //!
    }
}
