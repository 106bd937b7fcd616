namespace Bms.Core.Samples;

public sealed class Box<T> //!
{
    public T Content;
}

public delegate void Taker<T>(T value); //!

public sealed class Opener
{
    public int Depth<T>(T value) //!
    {
        return value == null ? 0 : 1;
    }

    public int Local()
    {
        return Same(1);

        T Same<T>(T value)
        {
            return value; //!
        }
    }
}
