using System.Collections.Generic;
using Bms.Core.Cells;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>Fields that are sound one by one but contradict each other are refused.</summary>
public class ProfileConsistencyTests
{
    public static TheoryData<int, int> MustRise => new()
    {
        { ProfileField.StoichiometryFull, ProfileField.StoichiometryEmpty },
        { ProfileField.VoltageMinimumHard, ProfileField.VoltageMinimum },
        { ProfileField.VoltageMinimum, ProfileField.VoltageMaximum },
        { ProfileField.VoltageMaximum, ProfileField.VoltageMaximumHard },
        { ProfileField.TemperatureMinimum, ProfileField.TemperatureMaximum },
        { ProfileField.DutyTemperatureMinimum, ProfileField.DutyTemperatureMaximum },
        { ProfileField.PressureMinimumHard, ProfileField.PressureMaximumHard },
    };

    [Theory]
    [MemberData(nameof(MustRise))]
    public void A_window_without_inside_is_refused(int lower, int upper)
    {
        ImageEditor equal = new(BuiltInCell.Pouch);
        Refused(equal.Set(lower, equal[upper][0]), upper);
    }

    [Theory]
    [InlineData(ProfileField.OpenCircuit)]
    [InlineData(ProfileField.Entropic)]
    [InlineData(ProfileField.KineticShape)]
    public void A_table_that_is_longer_than_its_nodes_is_refused(int field)
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        editor[field].Add(editor[field][^1]);
        Refused(editor, field);
    }

    [Fact]
    public void Volumes_that_are_not_the_whole_are_refused()
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        Refused(editor.Set(ProfileField.VolumeFraction, editor[ProfileField.VolumeFraction][0] + 1), ProfileField.VolumeFraction);
    }

    [Fact]
    public void A_window_of_no_charge_or_more_than_all_sites_is_refused()
    {
        Refused(new ImageEditor(BuiltInCell.Pouch).Set(ProfileField.WindowCharge, -1), ProfileField.WindowCharge);
        ImageEditor editor = new(BuiltInCell.Pouch);
        List<int> window = editor[ProfileField.WindowCharge];
        editor.Set(ProfileField.SiteCharge, window[0]).Set(ProfileField.SiteCharge, window[1], 1);
        Refused(editor, ProfileField.SiteCharge);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(64)]
    public void An_index_beyond_the_nodes_is_refused(int part)
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        int nodes = editor[ProfileField.Stoichiometry].Count;
        Refused(editor.Set(ProfileField.StoichiometryIndex, nodes - 1, part), ProfileField.StoichiometryIndex);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(63)]
    public void An_index_that_skips_nodes_is_refused(int part)
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        int right = editor[ProfileField.StoichiometryIndex][part];
        Refused(editor.Set(ProfileField.StoichiometryIndex, right + 1, part), ProfileField.StoichiometryIndex);
    }

    [Fact]
    public void An_index_that_is_early_is_refused()
    {
        ImageEditor editor = new(BuiltInCell.Pouch);
        editor.Set(ProfileField.StoichiometryIndex, editor[ProfileField.StoichiometryIndex][180] - 1, 180);
        Assert.NotEqual(ProfileError.None, editor.Read().Error);
    }

    private static void Refused(ImageEditor editor, int field)
    {
        ProfileImage image = editor.Read();
        Assert.Equal((ProfileError.Consistency, field), (image.Error, image.ErrorField));
    }
}
