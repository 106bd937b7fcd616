using Mono.Cecil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>Where a value lives: an argument, a local variable, or a field of the method's own object.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Index">Number of the argument or variable.</param>
/// <param name="Field">The field.</param>
internal sealed record Place(PlaceKind Kind, int Index, FieldDefinition? Field = null);
