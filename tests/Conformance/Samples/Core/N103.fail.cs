namespace Bms.Core.Samples;

public sealed class Grid
{
    private readonly int[,] _cells = new int[4, 4]; //!

    public int At(int row, int column)
    {
        return _cells[row, column]; //!
    }
}
