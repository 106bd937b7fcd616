using System.Diagnostics;

namespace Bms.Core.Samples;

[DebuggerDisplay("{Value}", Name = "reading")]
public sealed class Reading //!
{
    public int Value;

    [DebuggerTypeProxy("Proxy", TargetTypeName = "Target")]
    public sealed class Inner //!
    {
    }
}
