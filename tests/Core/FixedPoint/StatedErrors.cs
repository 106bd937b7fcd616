namespace Bms.Core.Tests.FixedPoint;

/// <summary>
/// The worst errors that the documentation of the functions states, in units of their last place. The tests print what they
/// measure beside them, and fail where a statement is exceeded or idle.
/// </summary>
/// <remarks>
/// <code>
/// function              measured   over
/// Saturating.*          none       every pair of 2^k, 2^k +- 1 and their negatives, all fraction bits; random numbers
/// BitLength.Of          none       every 2^k - 1 and 2^k; random numbers
/// SquareRoot.Floor      none       around every square there is (long), every number below 2^22
/// Exponential.Of        0.7763     every argument
/// Logarithm.Of          0.5000     every argument of 32 bits (long), 1024 places an octave to 2^63, random numbers
/// Logarithm.Of_Q32      0.5601     the same
/// Asinh.Of, |z| &lt; 8     1.4858     every argument
/// Asinh.Of, |z| >= 8    0.5127     every argument (long)
/// Interpolation.Linear  0.5000     all tables at the ends of the integers, random tables
/// MonotoneCubic.Prepare 0.5063     the same, against rational arithmetic
/// MonotoneCubic.Of      0.5107     the same, against rational arithmetic
/// </code>
/// </remarks>
internal static class StatedErrors
{
    public const double Exponential = 0.78;
    public const double Logarithm = 0.5001;
    public const double Logarithm_Q32 = 0.57;
    public const double AsinhTable = 1.49;
    public const double AsinhTail = 0.52;
    public const double Linear = 0.5;
    public const double MonotoneCubic = 0.52;
    public const double MonotoneCubicRise = 0.55;
}
