using System.Collections.Generic;
using Mono.Cecil;

namespace Bms.Simulation.Costing;

/// <summary>What the device's own libraries cost beyond the call, since their code is not woven: 1 is 4 ns of the table of measured constructs.</summary>
internal static class OutsideCall
{
    // A native call that does next to nothing, such as Math.Sqrt: 111 ns.
    private const int Unknown = 28;

    private static readonly Dictionary<string, int> s_weights = new()
    {
        ["System.Object::.ctor"] = 0,              // every constructor ends there; part of the object
        ["System.Array::Copy"] = 34,               // 135 ns
        ["System.Array::Clear"] = 34,              // as Copy
        ["System.Runtime.CompilerServices.RuntimeHelpers::InitializeArray"] = 34,   // as Copy
        ["System.Math::Abs"] = 40,                 // 159 ns
        ["System.Int32::ToString"] = 171,          // 682 ns
        ["System.String::Concat"] = 171,           // as ToString
        ["System.Threading.Monitor::Enter"] = 31,  // lock: 248 ns for the pair
        ["System.Threading.Monitor::Exit"] = 31,
        ["System.Device.I2c.I2cDevice::WriteRead"] = 28 + 62 + 11 + 165,   // a lock around a native call, to which both spans and the result are passed once more
    };

    /// <summary>Weight of what a method does, the call itself not counted.</summary>
    public static int Weight(MethodReference method) => s_weights.GetValueOrDefault($"{method.DeclaringType.FullName}::{method.Name}", Unknown);
}
