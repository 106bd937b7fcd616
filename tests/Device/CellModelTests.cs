using Bms.Core.Cells;
using nanoFramework.TestFramework;

namespace Bms.Device.Tests;

/// <summary>The model of the embedded cell: nothing of its charge is lost, and a step gives the integers of the host.</summary>
[TestClass]
public class CellModelTests
{
    private const int HalfFull_Q30 = 1 << 29;
    private const int Room_mK = 298150;
    private const int SetPressure_Pa = 5000000;

    /// <summary>Charge that moves between the volumes of the electrode, over steps of any current and length.</summary>
    [TestMethod]
    public void The_amounts_follow_the_charge_counter_exactly()
    {
        CellProfile profile = Profile();
        DiffusionModel diffusion = new DiffusionModel(profile, new CellStates(1));
        diffusion.Reset(0, HalfFull_Q30);
        long start_uAms = Total(diffusion);
        long charge_uAms = 0;
        int random = 1;
        for (int step = 0; step < 500; step++)
        {
            random = (random * 1103515245) + 12345;
            int current_uA = (random >> 16) * 183;      // up to 1C either way
            int step_ms = 1 + ((random >> 4) & 0x7FF);
            long moved_uAms = (long)current_uA * step_ms;
            charge_uAms += moved_uAms;
            diffusion.Advance(0, -moved_uAms, step_ms, 60000);
            Assert.AreEqual(start_uAms - charge_uAms, Total(diffusion));
        }

        Assert.AreNotEqual(0L, charge_uAms);
    }

    /// <summary>A minute of charge at 1C from rest at room temperature.</summary>
    [TestMethod]
    public void A_minute_of_charge_gives_the_integers_of_the_host()
    {
        CellModel model = Charged(60, 1);
        CellStates states = model.States;

        Assert.AreEqual(554766454, states.StateOfCharge_Q30[0]);
        Assert.AreEqual(664618873, states.MeanStoichiometry_Q30[0]);
        Assert.AreEqual(636790360, states.SurfaceStoichiometry_Q30[0]);
        Assert.AreEqual(4052095, states.ModelVoltage_uV[0]);
        Assert.AreEqual(218704, states.Overpotential_uV[0]);
        Assert.AreEqual(298679712, states.Core_uK[0]);
        Assert.AreEqual(298664932, states.Surface_uK[0]);
        Assert.AreEqual(1073741824, states.Contact_Q30[0]);
        Assert.AreEqual(25638103065L, states.Filament_Q40[0]);
        Assert.AreEqual(20557209612693L, states.Lithium_uAms[0]);
    }

    /// <summary>The same the other way.</summary>
    [TestMethod]
    public void Discharge_lowers_the_voltage_and_fills_the_surface()
    {
        CellStates rested = Charged(60, 0).States;
        CellStates discharged = Charged(60, -1).States;

        Assert.IsTrue(discharged.ModelVoltage_uV[0] < rested.ModelVoltage_uV[0] - 50000);
        Assert.IsTrue(discharged.SurfaceStoichiometry_Q30[0] > discharged.MeanStoichiometry_Q30[0]);
        Assert.IsTrue(discharged.MeanStoichiometry_Q30[0] > rested.MeanStoichiometry_Q30[0]);
        Assert.IsTrue(discharged.Contact_Q30[0] < rested.Contact_Q30[0]);
    }

    private static CellProfile Profile()
    {
        return new CellProfile(ProfileImage.Read(EmbeddedProfile.Image()));
    }

    private static CellModel Charged(int seconds, int rate)
    {
        CellProfile profile = Profile();
        CellModel model = new CellModel(profile, PackProfile.Uniform(1, 1, 1));
        model.Reset(0, HalfFull_Q30, profile.ContactInitial_Q30, 0, 0, 0);
        model.Clamps.Update(0, SetPressure_Pa);
        for (int second = 1; second <= seconds; second++)
        {
            long charge_uAms = (long)profile.OneC_uA * rate * second * 1000;
            model.Advance(0, second * 1000L, charge_uAms, rate << 24, Room_mK, Room_mK, false);
        }

        return model;
    }

    private static long Total(DiffusionModel diffusion)
    {
        long sum = 0;
        for (int volume = 0; volume < Grid.Volumes; volume++)
        {
            sum += diffusion.Amount(0, volume);
        }

        return sum >> diffusion.QuantumShift;
    }
}
