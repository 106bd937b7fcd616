using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;

namespace Bms.Cli.Commands;

/// <summary>Help that ends with examples.</summary>
internal sealed class ExampledHelp(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = Terminal.MostColumns;
        int code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IExampled exampled)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            int width = exampled.Examples.Max(example => example.Words.Length);
            output.WriteLine("Examples:");
            foreach (Example example in exampled.Examples)
            {
                output.WriteLine($"  bms-sim {example.Words.PadRight(width)}  {example.Purpose}".TrimEnd());
            }

            foreach (string note in exampled.Notes)
            {
                output.WriteLine();
                output.WriteLine(note);
            }
        }

        return code;
    }
}
