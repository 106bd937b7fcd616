using System;
using System.Linq;
using System.Reflection;
using nanoFramework.TestFramework;
using TestFrameworkShared;
using Xunit;
using Assert = Xunit.Assert;
using DeviceAssert = nanoFramework.TestFramework.Assert;

namespace Bms.Device.HostTests;

/// <summary>What holds on the device alone, and what the host would never tell.</summary>
public class DeviceRuleTests
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<Type> Classes => [.. DeviceTest.Classes];

    [Fact]
    public void Tests_are_found_and_have_names_of_their_own()
    {
        Assert.InRange(DeviceTest.Classes.Count, 5, 50);
        Assert.InRange(DeviceTest.All.Count, 80, 1000);
        Assert.Equal(DeviceTest.All.Count, DeviceTest.All.Select(test => (test.Method.DeclaringType.Name, test.Method.Name, test.Row)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_test_class_keeps_no_state(Type type)
    {
        Assert.True(type is { IsPublic: true, IsSealed: false, IsGenericType: false } && type.BaseType == typeof(object));
        Assert.All(type.GetFields(Own), field => Assert.True(field.IsLiteral, $"{type.Name}.{field.Name}: tests are called on no object, and statics stay on the heap"));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_public_method_is_a_test_that_the_launcher_can_call(Type type)
        => Assert.All(type.GetMethods(Own).Where(method => method.IsPublic), method =>
        {
            DataRowAttribute[] rows = DeviceTest.Rows(method);
            Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
            Assert.True(method.IsDefined(typeof(TestMethodAttribute)) && method.ReturnType == typeof(void) && !method.IsGenericMethod && !method.IsStatic, method.Name);
            Assert.All(parameters, parameter => Assert.Equal(typeof(int), parameter));
            Assert.Equal(parameters.Length == 0, rows.Length == 0);
            Assert.All(rows, row => Assert.Equal(parameters, row.MethodParameters.Select(argument => argument.GetType())));
            Assert.Equal(rows.Length, rows.Select(row => string.Join(' ', row.MethodParameters)).Distinct().Count());
        });

    [Fact]
    public void An_assertion_that_does_not_hold_fails_its_test()
    {
        Assert.Throws<AssertFailedException>(() => DeviceAssert.IsTrue(false));
        Assert.Throws<AssertFailedException>(() => DeviceAssert.IsFalse(true));
        Assert.Throws<AssertFailedException>(() => DeviceAssert.AreEqual(1, 2));
        Assert.Throws<AssertFailedException>(() => DeviceAssert.AreEqual(1L << 40, 1L << 41));
        Assert.Throws<AssertFailedException>(() => DeviceAssert.AreNotEqual(2L, 2L));
        Assert.Contains("0x2A instead of 0x2B", Assert.Throws<AssertFailedException>(() => DeviceAssert.AreEqual(43L, 42L, "seed 7")).Message, StringComparison.Ordinal);
    }
}
