using System.Collections.Generic;

namespace Bms.Cli.Commands;

/// <summary>A command whose help shows how it is used.</summary>
internal interface IExampled
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>Paragraphs under the examples.</summary>
    public IReadOnlyList<string> Notes { get; }
}
