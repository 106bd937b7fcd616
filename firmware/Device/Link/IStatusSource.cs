namespace Bms.Device.Link;

/// <summary>Who knows how the device fares.</summary>
public interface IStatusSource
{
    /// <summary>Fills in the newest numbers; called once a second, and whenever the host asks. The longest tick is looked for anew from then on.</summary>
    public void Report(DeviceStatus status);
}
