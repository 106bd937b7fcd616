using System;
using Bms.Core.Cells;

namespace Bms.Device.Storage;

/// <summary>The profile of the cells: the one in the flash, or the one that the firmware brings.</summary>
public static class StoredProfile
{
    private const string Name = "profile.img";

    /// <summary>The profile in the flash, or the embedded one where there is none.</summary>
    /// <returns>Null for a profile that is not sound: the pack is another than the embedded one then.</returns>
    public static CellProfile Read(FileStore store)
    {
        byte[] bytes = store.ReadAll(Name);
        if (bytes == null)
        {
            return Embedded();
        }

        ProfileImage stored = ProfileImage.Read(bytes);
        if (stored.Error == ProfileError.None)
        {
            Console.WriteLine("profile " + Name);
            return new CellProfile(stored);
        }

        Console.WriteLine(Name + " refused, error " + (int)stored.Error + ", field " + stored.ErrorField + ": the pack stays disconnected");
        return null;
    }

    /// <summary>The profile that the firmware brings.</summary>
    public static CellProfile Embedded()
    {
        return new CellProfile(ProfileImage.Read(EmbeddedProfile.Image()));
    }
}
