namespace System.Device.Gpio;

/// <summary>How a pin is used.</summary>
public enum PinMode
{
    /// <summary>Input without pull resistor.</summary>
    Input = 0,

    /// <summary>Input with the weak internal pull-down.</summary>
    InputPullDown = 1,

    /// <summary>Input with the weak internal pull-up.</summary>
    InputPullUp = 2,

    /// <summary>Push-pull output.</summary>
    Output = 3,

    /// <summary>Output that only pulls low.</summary>
    OutputOpenDrain = 4,

    /// <summary>Output that only pulls low, with the internal pull-up.</summary>
    OutputOpenDrainPullUp = 5,

    /// <summary>Output that only pulls high.</summary>
    OutputOpenSource = 6,

    /// <summary>Output that only pulls high, with the internal pull-down.</summary>
    OutputOpenSourcePullDown = 7,
}
