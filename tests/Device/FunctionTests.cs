using Bms.Core.FixedPoint;
using nanoFramework.TestFramework;

namespace Bms.Device.Tests;

/// <summary>
/// Functions in fixed point against values that were worked out in floating point, and over their whole range against the
/// digest of the same code on the host: one bit off anywhere shows.
/// </summary>
[TestClass]
public class FunctionTests
{
    private const long Prime = 0x100000001B3L;

    /// <summary>Square roots of small numbers.</summary>
    [TestMethod]
    [DataRow(-1, 0)]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(2, 1)]
    [DataRow(3, 1)]
    [DataRow(4, 2)]
    [DataRow(99, 9)]
    [DataRow(100, 10)]
    [DataRow(int.MaxValue, 46340)]
    public void A_square_root_is_rounded_down(int value, int expected)
    {
        Assert.AreEqual((long)expected, SquareRoot.Floor(value));
    }

    /// <summary>Square roots at every power of two that a long holds.</summary>
    [TestMethod]
    public void A_square_root_is_exact_at_and_beside_squares()
    {
        for (long root = 1; root < 3037000499L; root = (root << 1) + 1)
        {
            Assert.AreEqual(root, SquareRoot.Floor(root * root));
            Assert.AreEqual(root - 1, SquareRoot.Floor((root * root) - 1));
        }

        Assert.AreEqual(3037000499L, SquareRoot.Floor(long.MaxValue));
    }

    /// <summary>Exponentials, 16 fraction bits: the nearest, or the one beside it.</summary>
    [TestMethod]
    [DataRow(0, 65536)]
    [DataRow(65536, 178145)]
    [DataRow(-65536, 24109)]
    [DataRow(32768, 108051)]
    [DataRow(45426, 131072)]
    [DataRow(131072, 484249)]
    [DataRow(-131072, 8869)]
    [DataRow(327680, 9726405)]
    [DataRow(681391, 2147470397)]
    [DataRow(681392, int.MaxValue)]
    [DataRow(int.MaxValue, int.MaxValue)]
    [DataRow(-400000, 146)]
    [DataRow(-772244, 0)]
    [DataRow(int.MinValue, 0)]
    public void An_exponential_is_right_to_its_last_place(int exponent_Q16, int expected_Q16)
    {
        AreNear(expected_Q16, Exponential.Of(exponent_Q16), 1);
    }

    /// <summary>Logarithms, 16 fraction bits: the nearest.</summary>
    [TestMethod]
    [DataRow(1, -726817)]
    [DataRow(2, -681391)]
    [DataRow(45426, -24020)]
    [DataRow(65535, -1)]
    [DataRow(65536, 0)]
    [DataRow(65537, 1)]
    [DataRow(131072, 45426)]
    [DataRow(178145, 65536)]
    [DataRow(655360, 150902)]
    [DataRow(int.MaxValue, 681391)]
    [DataRow(0, int.MinValue)]
    [DataRow(-1, int.MinValue)]
    public void A_logarithm_is_the_nearest(int argument_Q16, int expected_Q16)
    {
        Assert.AreEqual(expected_Q16, Logarithm.Of(argument_Q16));
    }

    /// <summary>Inverse hyperbolic sines, 16 fraction bits: the nearest, or the one beside it.</summary>
    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(1, 1)]
    [DataRow(1024, 1024)]
    [DataRow(32768, 31537)]
    [DataRow(65536, 57762)]
    [DataRow(-65536, -57762)]
    [DataRow(131072, 94610)]
    [DataRow(524287, 181959)]
    [DataRow(524288, 181959)]
    [DataRow(6553600, 347232)]
    [DataRow(int.MaxValue, 726817)]
    public void An_inverse_hyperbolic_sine_is_right_to_its_last_place(int argument_Q16, int expected_Q16)
    {
        AreNear(expected_Q16, Asinh.Of(argument_Q16), 1);
    }

    /// <summary>Square roots of numbers of every length.</summary>
    [TestMethod]
    public void Square_roots_have_the_digest_of_the_host()
    {
        long digest = 0;
        for (long value = 1; value < long.MaxValue / 5; value += (value >> 2) + 1)
        {
            digest = (digest ^ SquareRoot.Floor(value)) * Prime;
        }

        Assert.AreEqual(0x1275DFA66BD25F97L, digest);
    }

    /// <summary>Exponentials over the whole range, and beyond.</summary>
    [TestMethod]
    public void Exponentials_have_the_digest_of_the_host()
    {
        long digest = 0;
        for (int exponent_Q16 = -800000; exponent_Q16 < 700000; exponent_Q16 += 997)
        {
            digest = (digest ^ Exponential.Of(exponent_Q16)) * Prime;
        }

        Assert.AreEqual(0x4DA3AF87F3744E59L, digest);
    }

    /// <summary>Logarithms of numbers of every length.</summary>
    [TestMethod]
    public void Logarithms_have_the_digest_of_the_host()
    {
        long digest = 0;
        for (long argument_Q16 = 1; argument_Q16 < long.MaxValue / 5; argument_Q16 += (argument_Q16 >> 4) + 1)
        {
            digest = (digest ^ Logarithm.Of(argument_Q16)) * Prime;
        }

        Assert.AreEqual(0x5FCC4F60657FF918L, digest);
    }

    /// <summary>Inverse hyperbolic sines of numbers of every length.</summary>
    [TestMethod]
    public void Inverse_hyperbolic_sines_have_the_digest_of_the_host()
    {
        long digest = 0;
        for (long argument_Q16 = 1; argument_Q16 < long.MaxValue / 5; argument_Q16 += (argument_Q16 >> 4) + 1)
        {
            digest = (digest ^ Asinh.Of(-argument_Q16)) * Prime;
        }

        Assert.AreEqual(unchecked((long)0xD29C1AC956C2D136UL), digest);
    }

    private static void AreNear(int expected, int actual, int most)
    {
        Assert.IsTrue(actual >= (long)expected - most && actual <= (long)expected + most);
    }
}
