using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Bms.Device.HostTests;

/// <summary>Runs the device's tests here, each as a case of its own.</summary>
public class EveryDeviceTest
{
    public static IEnumerable<TheoryDataRow<string, string, int>> Tests => DeviceTest.All.Select(test =>
        new TheoryDataRow<string, string, int>(test.Method.DeclaringType.Name, test.Method.Name, test.Row)
        {
            TestDisplayName = $"{test.Method.DeclaringType.Name}.{test.Method.Name}",
            Label = string.Join(", ", test.Arguments ?? []),
        });

    [Theory]
    [MemberData(nameof(Tests))]
    public void Passes(string type, string method, int row)
        => DeviceTest.All.Single(test => test.Method.DeclaringType.Name == type && test.Method.Name == method && test.Row == row).Run();
}
