using System;

namespace Bms.Application.Tests.Benches;

/// <summary>The power went in the middle of a write.</summary>
internal sealed class PowerCutException : Exception;
