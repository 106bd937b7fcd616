using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using nanoFramework.TestFramework;

namespace Bms.Device.HostTests;

/// <summary>A test of the device, found as the device's launcher finds it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Row">Which of its rows; 0 for a method without rows.</param>
internal sealed record DeviceTest(MethodInfo Method, int Row)
{
    /// <summary>Every test class.</summary>
    public static IReadOnlyList<Type> Classes { get; } =
        [.. typeof(DeviceTest).Assembly.GetTypes().Where(type => type.IsDefined(typeof(TestClassAttribute))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>Every test.</summary>
    public static IReadOnlyList<DeviceTest> All { get; } =
        [.. Classes.SelectMany(type => type.GetMethods()).Where(IsTest).SelectMany(method => Enumerable.Range(0, Math.Max(1, Rows(method).Length)).Select(row => new DeviceTest(method, row)))];

    /// <summary>The arguments of the row; null for a method without rows.</summary>
    public object[] Arguments => Rows(Method) is { Length: > 0 } rows ? rows[Row].MethodParameters : null;

    /// <summary>The arguments of a method's rows.</summary>
    public static DataRowAttribute[] Rows(MethodInfo method) => [.. method.GetCustomAttributes<DataRowAttribute>()];

    /// <summary>Runs the test on an object that no constructor has touched: the device passes none at all.</summary>
    public void Run() => Method.Invoke(RuntimeHelpers.GetUninitializedObject(Method.DeclaringType), BindingFlags.DoNotWrapExceptions, null, Arguments, null);

    private static bool IsTest(MethodInfo method) => method.IsDefined(typeof(TestMethodAttribute)) || method.IsDefined(typeof(DataRowAttribute));
}
