using Bms.Core.Cells;
using nanoFramework.TestFramework;

namespace Bms.Device.Tests;

/// <summary>The profile that the firmware carries is taken; one that was damaged on its way to the flash is refused.</summary>
[TestClass]
public class ProfileImageTests
{
    /// <summary>The embedded image.</summary>
    [TestMethod]
    public void The_embedded_image_is_taken()
    {
        ProfileImage image = ProfileImage.Read(EmbeddedProfile.Image());

        Assert.AreEqual((int)ProfileError.None, (int)image.Error);
        Assert.AreEqual(6000000, new CellProfile(image).OneC_uA);
    }

    /// <summary>One bit turned.</summary>
    /// <param name="at">Which byte.</param>
    /// <param name="expected">Number of the <see cref="ProfileError"/>.</param>
    [TestMethod]
    [DataRow(0, 2)]
    [DataRow(4, 3)]
    [DataRow(8, 1)]
    [DataRow(40, 4)]
    [DataRow(10000, 4)]
    public void A_damaged_byte_is_noticed(int at, int expected)
    {
        byte[] bytes = EmbeddedProfile.Image();
        bytes[at] ^= 0x10;

        Assert.AreEqual(expected, (int)ProfileImage.Read(bytes).Error);
    }

    /// <summary>A write that was cut off.</summary>
    /// <param name="length">What is left, bytes.</param>
    /// <param name="expected">Number of the <see cref="ProfileError"/>.</param>
    [TestMethod]
    [DataRow(0, 9)]
    [DataRow(19, 9)]
    [DataRow(20, 1)]
    [DataRow(8192, 1)]
    public void A_shortened_image_is_noticed(int length, int expected)
    {
        byte[] whole = EmbeddedProfile.Image();
        byte[] bytes = new byte[length];
        for (int k = 0; k < length; k++)
        {
            bytes[k] = whole[k];
        }

        Assert.AreEqual(expected, (int)ProfileImage.Read(bytes).Error);
    }

    /// <summary>A flash that holds nothing.</summary>
    [TestMethod]
    public void No_image_is_noticed()
    {
        Assert.AreEqual((int)ProfileError.TooShort, (int)ProfileImage.Read(null).Error);
    }

    /// <summary>The checksum of the standard's own example.</summary>
    [TestMethod]
    public void The_checksum_is_the_standard_one()
    {
        byte[] digits = new byte[9];
        for (int k = 0; k < digits.Length; k++)
        {
            digits[k] = (byte)('1' + k);
        }

        Assert.AreEqual(unchecked((int)0xCBF43926), ProfileImage.Crc32(digits, digits.Length));
    }
}
