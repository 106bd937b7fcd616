namespace Bms.VirtualBoard.Pins;

/// <summary>Something that a line drives.</summary>
public interface ILineListener
{
    /// <summary>The line has another level than before.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isHigh">The new level.</param>
    public void LevelChanged(Line line, bool isHigh);
}
