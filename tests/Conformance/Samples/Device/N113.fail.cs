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
        return phase.ToString(); //!
    }

    public string Inside(Phase phase)
    {
        return $"phase {phase}"; //!
    }

    public string Added(Phase phase)
    {
        string text = "phase " + phase; //!
        text += phase; //!
        return text;
    }

    public string Joined(Phase phase)
    {
        return string.Concat("phase ", phase); //!
    }
}
