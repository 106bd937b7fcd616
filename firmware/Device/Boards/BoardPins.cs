namespace Bms.Device.Boards;

/// <summary>One row of the board table: what each pin of a board is for. Pins are GPIO numbers.</summary>
public sealed class BoardPins
{
    /// <summary>Name of the board, as its maker writes it.</summary>
    public readonly string Name;

    /// <summary>How the runtime's target name begins on this board.</summary>
    public readonly string Target;

    /// <summary>First I2C bus, data: front end, pack current, clamp 0, converter, memory.</summary>
    public readonly int I2c1Data;

    /// <summary>First I2C bus, clock.</summary>
    public readonly int I2c1Clock;

    /// <summary>Second I2C bus, data: clamp 1.</summary>
    public readonly int I2c2Data;

    /// <summary>Second I2C bus, clock.</summary>
    public readonly int I2c2Clock;

    /// <summary>Link, receiving.</summary>
    public readonly int LinkReceive;

    /// <summary>Link, sending.</summary>
    public readonly int LinkSend;

    /// <summary>Command of the negative contactor, high closes.</summary>
    public readonly int NegativeCommand;

    /// <summary>Command of the precharge relay, high closes.</summary>
    public readonly int PrechargeCommand;

    /// <summary>Command of the positive contactor, high closes.</summary>
    public readonly int PositiveCommand;

    /// <summary>Heater, pulse width.</summary>
    public readonly int Heater;

    /// <summary>Stack-pressure actuator, pulse width.</summary>
    public readonly int Actuator;

    /// <summary>Pulses to the external watchdog.</summary>
    public readonly int Watchdog;

    /// <summary>Feedback of the positive contactor, low when closed.</summary>
    public readonly int PositiveFeedback;

    /// <summary>Feedback of the negative contactor, low when closed.</summary>
    public readonly int NegativeFeedback;

    /// <summary>Feedback of the precharge relay, low when closed.</summary>
    public readonly int PrechargeFeedback;

    /// <summary>Alert of the front end, high when it trips.</summary>
    public readonly int Alert;

    /// <summary>Makes a row.</summary>
    public BoardPins(
        string name,
        string target,
        int i2c1Data,
        int i2c1Clock,
        int i2c2Data,
        int i2c2Clock,
        int linkReceive,
        int linkSend,
        int negativeCommand,
        int prechargeCommand,
        int positiveCommand,
        int heater,
        int actuator,
        int watchdog,
        int positiveFeedback,
        int negativeFeedback,
        int prechargeFeedback,
        int alert)
    {
        Name = name;
        Target = target;
        I2c1Data = i2c1Data;
        I2c1Clock = i2c1Clock;
        I2c2Data = i2c2Data;
        I2c2Clock = i2c2Clock;
        LinkReceive = linkReceive;
        LinkSend = linkSend;
        NegativeCommand = negativeCommand;
        PrechargeCommand = prechargeCommand;
        PositiveCommand = positiveCommand;
        Heater = heater;
        Actuator = actuator;
        Watchdog = watchdog;
        PositiveFeedback = positiveFeedback;
        NegativeFeedback = negativeFeedback;
        PrechargeFeedback = prechargeFeedback;
        Alert = alert;
    }
}
