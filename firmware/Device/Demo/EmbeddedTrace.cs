namespace Bms.Device.Demo;
/// <summary>x</summary>
public static class EmbeddedTrace
{
    /// <summary>x</summary>
    public const long Digest = 0;
    /// <summary>x</summary>
    public static byte[] Bytes() { return new byte[0]; }
}
