namespace Bms.VirtualBoard.Analog;

/// <summary>A voltage on a converter's input.</summary>
public interface IVoltageSource
{
    /// <summary>V against ground at an instant.</summary>
    public double Voltage(long time_us);
}
