using System;

namespace nanoFramework.TestFramework;

/// <summary>A test; where rows stand beside it, each of them is one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class TestMethodAttribute : Attribute;
