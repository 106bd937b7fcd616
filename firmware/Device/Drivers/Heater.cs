using Bms.Core;
using Bms.Core.Pack;

namespace Bms.Device.Drivers;

/// <summary>The heater of the pack: on at its duty, or off.</summary>
public sealed class Heater : IActuator
{
    private const int Frequency_Hz = 1000;

    private readonly PulseWidthOutput _output;
    private readonly int _duty_permille;

    /// <summary>Opens the pin; the heater is off.</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="duty_permille">Duty when on, 0..1000.</param>
    public Heater(int pin, int duty_permille)
    {
        _output = new PulseWidthOutput(pin, Frequency_Hz);
        _duty_permille = duty_permille;
    }

    /// <inheritdoc/>
    public void Apply(Decision decision)
    {
        _output.Set(decision.HeaterOn ? _duty_permille : 0);
    }

    /// <summary>Off, for the safe state.</summary>
    public void SwitchOff()
    {
        _output.Set(0);
    }
}
