namespace Bms.Cli.Options;

/// <summary>An option that can say what it expects.</summary>
internal interface IExpecting
{
    /// <summary>The option with its dashes.</summary>
    public string Name { get; }

    /// <summary>What would be right, as it goes on after "expected".</summary>
    public string Expected { get; }
}
