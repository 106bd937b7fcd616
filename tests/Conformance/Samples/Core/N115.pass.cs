using System;
using System.Diagnostics;

namespace Bms.Core.Samples;

[DebuggerDisplay("{Value}")]
public sealed class Reading
{
    [Mark(3)]
    public int Value;
}

[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
public sealed class MarkAttribute : Attribute
{
    public MarkAttribute(int number) => Number = number;

    public int Number { get; }
}
