namespace Bms.Device.Samples;

public enum Phase
{
    Open,
    Closed,
}

public sealed class Names
{
    public string Plain(Phase phase)
    {
        return phase == Phase.Open ? "open" : "closed";
    }

    public string Number(Phase phase)
    {
        return $"phase {(int)phase}" + (int)phase;
    }
}
