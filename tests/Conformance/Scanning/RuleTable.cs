using System.Collections.Generic;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Rules;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>The rules, one a row. Numbers are stable: samples and messages go by them.</summary>
internal static class RuleTable
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("N001", "not on the device", "the libraries that the project refers to have nothing of that name, or the language version has no such form", Role.All, SurfaceRule.Refused),

        new("N101", "generic declaration", "the runtime crashes when it loads or runs a generic type or method", Role.All, GenericsRule.Declared),
        new("N102", "use of a generic", "the runtime crashes when it loads or runs a generic type or method", Role.All, GenericsRule.Used),
        new("N103", "array of more than one dimension", "the runtime crashes on it; use an array of arrays or an index of your own", Role.All, MemoryRule.Grids),
        new("N104", "pointer", "the metadata processor refuses pointers, and stackalloc and fixed buffers fail at run time", Role.All, MemoryRule.Pointers),
        new("N105", "default interface method", "it fails at run time; use an abstract class", Role.All, InterfaceRule.Bodies),
        new("N106", "checked arithmetic", "the runtime does not throw, it wraps around; saturate or test the range", Role.All, ArithmeticRule.Checked),
        new("N107", "dependent static initialiser", "all initialisers run before Main in the order of their types' names: the other field may still be 0 or null", Role.All, StaticsRule.Dependent),
        new("N108", "static field that changes", "state belongs to objects that the start-up makes, so that two of them can live side by side", Role.Firmware, StaticsRule.Mutable),
        new("N109", "unguarded division", "a division by 0 throws in the control path, and the lowest number over -1 crashes the process; compare the divisor first", Role.All, ArithmeticRule.UnsafeDivisions),
        new("N110", "unguarded floating-point division", "a division by 0 throws on the device, where the desktop gives infinity; compare the divisor first", Role.All, ArithmeticRule.UnsafeFloatingDivisions),
        new("N111", "comparison with not-a-number", "it comes out true for > and >= on the device", Role.All, FloatingRule.NotANumber),
        new("N112", "wide integer in System.Math", "there is no overload for it: it goes through floating point and loses digits; compare inline", Role.All, FloatingRule.WideMath),
        new("N113", "text of an enumeration", "the device writes the number, not the name", Role.Firmware, TextRule.Enumerations),
        new("N114", "text of a floating-point number", "the device's digits are not the desktop's, so that no two records would be equal", Role.Firmware, TextRule.FloatingNumbers),
        new("N115", "named attribute argument", "the metadata processor loses it", Role.All, AttributeRule.Named),

        new("N201", "too many members", "the file format counts them in one byte", Role.All, LimitRule.Members),
        new("N202", "too large a frame", "the file format counts them in one byte", Role.All, LimitRule.Frames),
        new("N203", "byte code beyond the reserve", "the table ends at 64 kB: make it two assemblies in time", Role.All, LimitRule.CodeBeyondReserve),
        new("N204", "byte code beyond the table", "the metadata processor refuses the assembly", Role.All, LimitRule.CodeBeyondTable),
        new("N205", "names and texts beyond the reserve", "the table ends at 64 kB", Role.All, LimitRule.Strings),
        new("N206", "static data beyond the reserve", "the table of signatures and array data ends at 64 kB", Role.All, LimitRule.StaticTables),

        new("N301", "floating point in the core", "it is slow and not the same on every machine: decisions must be the same bits everywhere", Role.Core, FloatingRule.Used),
        new("N302", "System.Math in the core", "the chip computes it in single precision: decisions must be the same bits everywhere", Role.Core, FloatingRule.MathUsed),
        new("N303", "structure of our own", "each variable, argument or result of it is an object on the heap", Role.Firmware, StructRule.Declared),
        new("N304", "structure in the core", "each variable, argument or result of it is an object on the heap", Role.Core, StructRule.Used),
        new("N305", "boxing in the core", "it makes an object", Role.Core, StructRule.Boxed),

        new("N401", "garbage in a step", "a collection stops everything, in the midst of the control path", Role.Firmware, GarbageRule.InCore),
        new("N402", "garbage in a tick", "a collection stops everything; only what the hardware's interface itself takes and returns may be made", Role.Firmware, GarbageRule.OnBoard),
        new("N403", "more than a pair of spans", "each span is an object: one to write and one to read for a transaction", Role.Firmware, GarbageRule.Spans),

        new("N501", "thread, timer or event", "time slices of 20 ms and late events make the order of things uncertain: one thread, one loop", Role.Firmware, SeamRule.Threads),
        new("N502", "time outside the clock", "on the host and in tests all time and all waiting comes from " + SeamRule.Clock, Role.Firmware, SeamRule.Time),
        new("N503", "files outside the store", "on the host and in tests all files come from " + SeamRule.FileStore, Role.Firmware, SeamRule.Files),
        new("N504", "qualified name", "on the host it means the desktop's type, which the alias there does not replace; import the namespace", Role.Firmware, SeamRule.QualifiedNames),

        new("N601", "state of a test object", "the device's launcher calls tests without an object; use static members", Role.Tests, DeviceTestRule.State),
    ];
}
