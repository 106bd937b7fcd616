namespace Bms.Cli.Commands;

/// <summary>A line of a command's help that can be typed as it stands.</summary>
/// <param name="Words">What is typed after the program's name.</param>
/// <param name="Purpose">What it is good for.</param>
internal sealed record Example(string Words, string Purpose);
