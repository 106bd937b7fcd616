namespace Bms.Core.Tests.Benches;

/// <summary>A diagnosis as seen on the bench.</summary>
/// <param name="IsActive">Whether it stands now.</param>
/// <param name="WasActive">Whether it has stood since the start.</param>
internal readonly record struct DiagnosisState(bool IsActive, bool WasActive);
