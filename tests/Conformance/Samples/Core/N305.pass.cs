namespace Bms.Core.Samples;

public enum Kind
{
    None,
}

public sealed class Boxes
{
    public object Of(int[] values)
    {
        return values;
    }

    public bool Same(Kind kind)
    {
        return kind == Kind.None;
    }
}
