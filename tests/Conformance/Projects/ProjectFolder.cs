using System.Collections.Generic;
using Bms.Conformance.Tests.Compiling;

namespace Bms.Conformance.Tests.Projects;

/// <summary>A project and the folder whose sources it is to take, all of them and no others.</summary>
/// <param name="Project">Path of the project file.</param>
/// <param name="Folder">Path of the folder.</param>
/// <param name="Role">What it builds for the device; none for a project of the host.</param>
internal sealed record ProjectFolder(string Project, string Folder, Role Role)
{
    /// <summary>The table.</summary>
    public static IReadOnlyList<ProjectFolder> All { get; } =
    [
        new("firmware/Core/Bms.Core.nfproj", "firmware/Core", Role.Core),
        new("firmware/BmsFirmware.nfproj", "firmware/Device", Role.Device),
        new("firmware/Core/Bms.Core.csproj", "firmware/Core", Role.None),
        new("firmware/Device/Bms.Device.csproj", "firmware/Device", Role.None),
    ];
}
