using Bms.Core.Cells;
using Bms.Core.FixedPoint;

namespace Bms.Core.Estimation;

/// <summary>Applies what an innovation of the voltage says to the states of a cell: each by its gain, within bounds, and only if the present current tells it.</summary>
public sealed class StateCorrection
{
    /// <summary>Smallest scale of a resistance or a capacity: a quarter of what the profile says.</summary>
    public const int LowestScale_Q20 = 1 << 18;

    /// <summary>Largest scale.</summary>
    public const int HighestScale_Q20 = 1 << 26;

    // resistance is learnt from C/20 and 20 mV on
    private const int Excitation_Q24 = (1 << 24) / 20;
    private const long Excitation_Q20 = (20 << 20) / 1000;

    private const long LargestCorrection_ppm = 200000;
    private const long LargestRescale_ppm = 100000;

    private readonly CellModel _model;
    private readonly CellStates _states;
    private readonly StateCovariance _covariance;
    private readonly int _contactMinimum_Q30;

    /// <summary>Corrects the cells of <paramref name="model"/> with the gains of <paramref name="covariance"/>.</summary>
    public StateCorrection(CellProfile profile, CellModel model, StateCovariance covariance)
    {
        _model = model;
        _states = model.States;
        _covariance = covariance;
        _contactMinimum_Q30 = profile.ContactMinimum_Q30;
    }

    /// <summary>Corrects one cell. The gains of what is not corrected become zero, for <see cref="StateCovariance.Fold"/>.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="innovation_uV">Measured less expected voltage.</param>
    /// <param name="rate_Q24">Magnitude of the current it was measured at, C.</param>
    public void Apply(int cell, long innovation_uV, long rate_Q24)
    {
        CellStates states = _states;
        long[] gain_Q20 = _covariance.Gain_Q20;
        long[] sensitivity_Q20 = _covariance.Sensitivity_Q20;
        long correction_ppm = Saturating.Within(((innovation_uV * gain_Q20[StateCovariance.StateOfCharge]) + (1L << 19)) >> 20, LargestCorrection_ppm);
        _model.Diffusion.Shift(cell, (int)correction_ppm);
        gain_Q20[StateCovariance.Bias] = 0;

        long excitation_Q20 = sensitivity_Q20[StateCovariance.Ohmic] + sensitivity_Q20[StateCovariance.Reaction];
        if (rate_Q24 > Excitation_Q24 && (excitation_Q20 > Excitation_Q20 || excitation_Q20 < -Excitation_Q20))
        {
            states.OhmicScale_Q20[cell] = Rescaled(states.OhmicScale_Q20[cell], innovation_uV * gain_Q20[StateCovariance.Ohmic]);
            states.ReactionScale_Q20[cell] = Rescaled(states.ReactionScale_Q20[cell], innovation_uV * gain_Q20[StateCovariance.Reaction]);
            CorrectContact(cell, innovation_uV, gain_Q20);
        }
        else
        {
            gain_Q20[StateCovariance.Ohmic] = 0;
            gain_Q20[StateCovariance.Reaction] = 0;
            gain_Q20[StateCovariance.Contact] = 0;
        }

        // needs no current now: it errs with the charge that was counted
        states.CapacityScale_Q20[cell] = Rescaled(states.CapacityScale_Q20[cell], innovation_uV * gain_Q20[StateCovariance.Capacity]);
        _model.Ageing.PublishCapacity(cell);
    }

    /// <summary>Contact that nothing has taken is whole: only what the model holds for lost is corrected.</summary>
    private void CorrectContact(int cell, long innovation_uV, long[] gain_Q20)
    {
        int[] contacts_Q30 = _states.Contact_Q30;
        long contact_Q30 = contacts_Q30[cell];
        if (contact_Q30 >= 1 << 30)
        {
            gain_Q20[StateCovariance.Contact] = 0;
            return;
        }

        contact_Q30 += contact_Q30 * Saturating.Within((innovation_uV * gain_Q20[StateCovariance.Contact]) >> 20, LargestRescale_ppm) / 1000000;
        contact_Q30 = contact_Q30 < _contactMinimum_Q30 ? _contactMinimum_Q30 : contact_Q30;
        contacts_Q30[cell] = contact_Q30 > 1 << 30 ? 1 << 30 : (int)contact_Q30;
    }

    private static int Rescaled(int scale_Q20, long change_ppm_Q20)
    {
        long change_ppm = Saturating.Within((change_ppm_Q20 + (1L << 19)) >> 20, LargestRescale_ppm);
        long scaled = scale_Q20 + (scale_Q20 * change_ppm / 1000000);
        return scaled < LowestScale_Q20 ? LowestScale_Q20 : (scaled > HighestScale_Q20 ? HighestScale_Q20 : (int)scaled);
    }
}
