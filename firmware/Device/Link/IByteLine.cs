namespace Bms.Device.Link;

/// <summary>A line that carries bytes both ways. Its methods never throw; what goes wrong is counted.</summary>
public interface IByteLine
{
    /// <summary>How often reading or writing has failed.</summary>
    public int Failures { get; }

    /// <summary>Opens it.</summary>
    /// <returns>False if that failed; then nothing is received and what is sent is lost.</returns>
    public bool Open();

    /// <summary>How many bytes have arrived and wait to be read.</summary>
    public int Waiting { get; }

    /// <summary>Reads what has arrived, without waiting.</summary>
    /// <param name="bytes">Takes the bytes.</param>
    /// <param name="at">Index of the first.</param>
    /// <param name="most">How many to read at most.</param>
    /// <returns>How many were read.</returns>
    public int Read(byte[] bytes, int at, int most);

    /// <summary>Writes the first bytes of an array; returns when they are out.</summary>
    public void Write(byte[] bytes, int count);
}
