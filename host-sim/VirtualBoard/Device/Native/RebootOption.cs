namespace nanoFramework.Runtime.Native;

/// <summary>How to start again.</summary>
public enum RebootOption
{
    /// <summary>The whole microcontroller.</summary>
    NormalReboot = 0,

    /// <summary>Into the small loader.</summary>
    EnterNanoBooter = 1,

    /// <summary>Only the managed runtime.</summary>
    ClrOnly = 2,

    /// <summary>Into the loader of the maker.</summary>
    EnterProprietaryBooter = 8,
}
