namespace System.Device.I2c;

/// <summary>Result of a transaction.</summary>
public readonly struct I2cTransferResult
{
    internal I2cTransferResult(I2cTransferStatus status, int bytes)
    {
        Status = status;
        BytesTransferred = (uint)bytes;
    }

    /// <summary>Bytes written and read; 0 unless all were.</summary>
    public uint BytesTransferred { get; }

    /// <summary>How it ended.</summary>
    public I2cTransferStatus Status { get; }
}
