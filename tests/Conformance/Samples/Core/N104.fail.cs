namespace Bms.Core.Samples;

public sealed class Raw
{
    public unsafe int First(int[] values)
    {
        fixed (int* first = values) //!
        {
            return *first;
        }
    }

    public unsafe int Scratch()
    {
        int* place = stackalloc int[4]; //!
        place[0] = 3;
        return place[0];
    }

    public unsafe void Write(byte* target) //!
    {
        *target = 1;
    }
}
