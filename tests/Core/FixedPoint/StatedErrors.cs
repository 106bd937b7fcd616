namespace Bms.Core.Tests.FixedPoint;

/// <summary>The worst errors that the documentation of the functions states, in units of their last place.</summary>
/// <remarks>
/// <code>
/// function               stated   measured   over
/// Saturating.*           exact    exact      every pair of 2^k, 2^k +- 1 and their negatives, and random numbers
/// BitLength.Of           exact    exact      every 2^k and 2^k - 1, and random numbers
/// SquareRoot.Floor       exact    exact      around every square (Long), around every square below 2^40 (default)
/// </code>
/// </remarks>
internal static class StatedErrors
{
    public const double Exponential = 0.78;
    public const double Logarithm = 0.5001;
    public const double Logarithm_Q32 = 0.56;
    public const double AsinhTable = 1.49;
    public const double AsinhTail = 0.52;
    public const double Linear = 0.5;
    public const double MonotoneCubic = 0.52;
}
