using System;

namespace TestFrameworkShared;

/// <summary>An assertion that does not hold.</summary>
public class AssertFailedException : Exception
{
    /// <summary>Makes one.</summary>
    public AssertFailedException()
    {
    }

    /// <summary>Makes one with what was found.</summary>
    public AssertFailedException(string msg)
        : base(msg)
    {
    }

    /// <summary>Makes one with what was found and why.</summary>
    public AssertFailedException(string msg, Exception ex)
        : base(msg, ex)
    {
    }
}
