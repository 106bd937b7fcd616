using System;

namespace nanoFramework.TestFramework;

/// <summary>A row of arguments of a test.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class DataRowAttribute(params object[] methodParameters) : Attribute
{
    /// <summary>The arguments, in the order of the parameters.</summary>
    public object[] MethodParameters { get; } = methodParameters;
}
