using System.Collections.Generic;
using Mono.Cecil;

namespace Bms.Simulation.Costing;

/// <summary>What the device's own libraries cost beyond the call, since their code is not woven: 1 is 4 ns of the table of measured constructs.</summary>
/// <remarks>
/// What a bus or a pin costs was measured as a whole on the device's interpreter, built for a PC with objects of the chip's size, around
/// a native call that copies bytes as the chip's does: a thousandfold write and read of one register took 17 350 instructions of the
/// processor each, spans, lock and result included, where an average weighted instruction of the core takes 64.6. So its
/// structs weigh nothing more. What the chip's bus driver itself does in that time is not in it: a few µs, of 6.7 for each weighted instruction.
/// </remarks>
internal static class OutsideCall
{
    // A native call that does next to nothing, such as Math.Sqrt: 111 ns.
    private const int Unknown = 28;

    // A native call that does nothing: 1 000 instructions of the processor, the call itself included.
    private const int Native = 5;

    private static readonly Dictionary<string, (int Weight, int Bytes)> s_prices = new()
    {
        ["System.Object::.ctor"] = (0, 0),          // every constructor ends there; part of the object
        ["System.Array::Copy"] = (34, 0),           // 135 ns
        ["System.Array::Clear"] = (34, 0),          // as Copy
        ["System.Runtime.CompilerServices.RuntimeHelpers::InitializeArray"] = (34, 0),   // as Copy
        ["System.Math::Abs"] = (40, 0),             // 159 ns
        ["System.Int32::ToString"] = (171, 0),      // 682 ns
        ["System.String::Concat"] = (171, 0),       // as ToString
        ["System.Threading.Monitor::Enter"] = (31, 0),  // lock: 248 ns for the pair
        ["System.Threading.Monitor::Exit"] = (31, 0),
        ["System.Device.I2c.I2cDevice::WriteRead"] = (240, 72),   // with both spans; and another copy of them
        ["System.SpanByte::.ctor"] = (0, 0),        // part of the transaction
        ["System.Device.I2c.I2cTransferResult::get_Status"] = (28, 0),
        ["System.Device.Gpio.GpioPin::Read"] = (20, 0),     // native, and the result is an object
        ["System.Device.Gpio.GpioPin::Write"] = (100, 12),  // a lock around a native call to which the value is passed once more
        ["System.Device.Gpio.GpioPin::Toggle"] = (Native, 0),
        ["System.Device.Gpio.PinValue::get_High"] = (30, 24),     // makes one and returns a copy
        ["System.Device.Gpio.PinValue::get_Low"] = (30, 24),
        ["System.Device.Gpio.PinValue::op_Explicit"] = (14, 0),   // the value passed
        ["nanoFramework.Hardware.Esp32.HighResTimer::GetCurrent"] = (Native, 0),
        ["System.BitConverter::ToInt32"] = (Native, 0),
    };

    // Structs whose copies are in the prices of the methods above.
    private static readonly HashSet<string> s_pricedStructs = ["System.SpanByte", "System.Device.I2c.I2cTransferResult", "System.Device.Gpio.PinValue"];

    /// <summary>Weight of what a method does, the call itself not counted.</summary>
    public static int Weight(MethodReference method) => s_prices.TryGetValue(NameOf(method), out (int Weight, int Bytes) price) ? price.Weight : Unknown;

    /// <summary>Garbage that a method makes inside, bytes.</summary>
    public static int Garbage(MethodReference method) => s_prices.GetValueOrDefault(NameOf(method)).Bytes;

    /// <summary>Whether the weight of making and copying a struct is in the prices of the methods that take and return it.</summary>
    public static bool Includes(TypeReference type) => s_pricedStructs.Contains(type.FullName);

    private static string NameOf(MethodReference method) => $"{method.DeclaringType.FullName}::{method.Name}";
}
