using TestFrameworkShared;

namespace nanoFramework.TestFramework;

/// <summary>What the device tests assert with, by the signatures of the device's own framework.</summary>
public sealed class Assert
{
    /// <summary>Fails unless a condition holds.</summary>
    public static void IsTrue(bool condition, string message = "") => Require(condition, "not true", message);

    /// <summary>Fails if a condition holds.</summary>
    public static void IsFalse(bool condition, string message = "") => Require(!condition, "not false", message);

    /// <summary>Fails unless two values are equal.</summary>
    public static void AreEqual(int expected, int actual, string message = "") => Require(expected == actual, $"{actual} instead of {expected}", message);

    /// <inheritdoc cref="AreEqual(int, int, string)"/>
    public static void AreEqual(long expected, long actual, string message = "") => Require(expected == actual, $"0x{actual:X} instead of 0x{expected:X}", message);

    /// <summary>Fails if two values are equal.</summary>
    public static void AreNotEqual(long notExpected, long actual, string message = "") => Require(notExpected != actual, $"0x{actual:X}", message);

    private static void Require(bool holds, string found, string message)
    {
        if (!holds)
        {
            throw new AssertFailedException($"{found}. {message}".TrimEnd());
        }
    }
}
