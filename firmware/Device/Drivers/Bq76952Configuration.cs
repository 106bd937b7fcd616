using System;

namespace Bms.Device.Drivers;

/// <summary>
/// What a BQ76952 is told: rows of data-memory address, length and value, in rising order of their addresses, made from the
/// board's settings and the cell's limits.
/// </summary>
/// <remarks>
/// The chip is the last line: its voltage thresholds are the next outside the limits given, its current thresholds the next
/// above the trip currents, except for the short circuit, where it is the next below. All are kept within what the chip can.
/// </remarks>
public sealed class Bq76952Configuration
{
    /// <summary>Fewest cells.</summary>
    public const int MinimumCells = 3;

    /// <summary>Most cells, and cell inputs.</summary>
    public const int MaximumCells = 16;

    /// <summary>Most temperature sensors.</summary>
    public const int MaximumSensors = 8;

    /// <summary>Bits of Alarm Status that raise the ALERT line: any safety status or permanent failure, none that only warns.</summary>
    internal const int AlarmMask = 0xE000;

    private const int Rows = 48;
    private const int VoltageStep_uV = 50600;
    private const int CurrentStep_nV = 2000000;

    // setting n lasts 3.3 ms * (n + 2): 251 ms and 99 ms
    private const int VoltageDelay = 74;
    private const int CurrentDelay = 28;

    // setting n lasts 15 µs * (n - 1): 105 µs
    private const int ShortCircuitDelay = 8;

    // an overcurrent is over below a quarter of it: by default the chip waits for a current in the other sense
    private const int RecoveryShare = 4;
    private const int RecoveryTime_s = 3;

    private const int Thermistor = 0x07;        // of a cell, pulled up by 18 kohm inside, default polynomial
    private const int Alert = 0x2A;             // active high, driven both ways, from REG1
    private const int NoSleep = 0x2882;         // asleep it would measure every few seconds only
    private const int Regulator = 0x0D;         // REG1 gives 3.3 V, which ALERT needs
    private const int Protections = 0xBC;       // short circuit, both overcurrents, both cell voltages
    private const int CentivoltUnit = 0x04;     // stack and pins in 10 mV: 16 cells do not fit otherwise
    private const int SwitchesOff = 0x2D;       // its transistor drivers stay off: contactors switch this pack
    private const int OpenWireTime_s = 5;
    private const int BalancingInterval_s = 15;

    private static readonly int[] s_shortCircuit_mV = { 10, 20, 40, 60, 80, 100, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500 };

    // pin of each sensor, counted from CFETOFF: TS1, TS2, TS3, HDQ, DCHG, DDSG, CFETOFF, DFETOFF
    private static readonly int[] s_sensorPins = { 3, 4, 5, 6, 7, 8, 0, 1 };

    /// <summary>Number of rows.</summary>
    public int Count;

    /// <summary>Data-memory address of each row.</summary>
    public readonly int[] Address = new int[Rows];

    /// <summary>Bytes of each row, 1, 2 or 4.</summary>
    public readonly int[] Length = new int[Rows];

    /// <summary>Value of each row, little-endian in the chip.</summary>
    public readonly int[] Value = new int[Rows];

    /// <summary>Number of cells.</summary>
    public readonly int Cells;

    /// <summary>Which inputs carry cells: bit n is input n + 1.</summary>
    public readonly int Inputs;

    /// <summary>Number of temperature sensors.</summary>
    public readonly int Sensors;

    /// <summary>Unit of the current, µA: 100, 1000, 10000 or 100000.</summary>
    public readonly int CurrentUnit_uA;

    /// <summary>Makes the rows.</summary>
    /// <param name="inputs">Which inputs carry cells, 3 to 16 bits: see <see cref="InputsOf"/>.</param>
    /// <param name="sensors">Temperature sensors, 0..8, at TS1, TS2, TS3, HDQ, DCHG, DDSG, CFETOFF, DFETOFF in that order.</param>
    /// <param name="senseResistor_uohm">Sense resistor of the chip, µohm, 1 or more.</param>
    /// <param name="lowestVoltage_uV">Cell voltage at which the cell's fault begins, µV.</param>
    /// <param name="highestVoltage_uV">Likewise, upwards.</param>
    /// <param name="chargeTrip_mA">Charge current that is to trip, mA.</param>
    /// <param name="dischargeTrip_mA">Discharge current that is to trip, mA, as a positive number.</param>
    /// <param name="shortCircuitTrip_mA">Discharge current that counts as a short circuit, mA, as a positive number.</param>
    public Bq76952Configuration(
        int inputs,
        int sensors,
        int senseResistor_uohm,
        int lowestVoltage_uV,
        int highestVoltage_uV,
        int chargeTrip_mA,
        int dischargeTrip_mA,
        int shortCircuitTrip_mA)
    {
        Inputs = inputs & 0xFFFF;
        for (int input = 0; input < MaximumCells; input++)
        {
            Cells += (Inputs >> input) & 1;
        }

        Sensors = Within(sensors, 0, MaximumSensors);
        int resistor_uohm = senseResistor_uohm < 1 ? 1 : senseResistor_uohm;
        int shortCircuit = ShortCircuitIndex((long)shortCircuitTrip_mA * resistor_uohm / 1000000);
        int unit = UnitFor((long)s_shortCircuit_mV[shortCircuit] * 1000000 / resistor_uohm);
        CurrentUnit_uA = 100;
        for (int k = 0; k < unit; k++)
        {
            CurrentUnit_uA *= 10;
        }

        float gain = 7568.4f / resistor_uohm;
        Add(Bq76952Register.CurrentGain, 4, BitsOf(gain));
        Add(Bq76952Register.CapacityGain, 4, BitsOf(gain * 298261.6178f));
        Add(Bq76952Register.PowerConfiguration, 2, NoSleep);
        Add(Bq76952Register.RegulatorConfiguration, 1, Regulator);
        Add(Bq76952Register.PreregulatorConfiguration, 1, 1);
        Add(Bq76952Register.BusMode, 1, Bq76952Link.CheckedFastMode);
        Add(Bq76952Register.ProtectionsA, 1, Protections);
        Add(Bq76952Register.ProtectionsB, 1, 0);
        Add(Bq76952Register.ProtectionsC, 1, 0);
        Add(Bq76952Register.AlarmMask, 2, AlarmMask);
        Add(Bq76952Register.UndervoltageThreshold, 1, Within(lowestVoltage_uV / VoltageStep_uV, 20, 90));
        Add(Bq76952Register.UndervoltageDelay, 2, VoltageDelay);
        Add(Bq76952Register.OvervoltageThreshold, 1, Within((int)(((long)highestVoltage_uV + VoltageStep_uV - 1) / VoltageStep_uV), 20, 110));
        Add(Bq76952Register.OvervoltageDelay, 2, VoltageDelay);
        Add(Bq76952Register.ChargeOvercurrentThreshold, 1, CurrentSteps(chargeTrip_mA, resistor_uohm, 62));
        Add(Bq76952Register.ChargeOvercurrentDelay, 1, CurrentDelay);
        Add(Bq76952Register.DischargeOvercurrentThreshold, 1, CurrentSteps(dischargeTrip_mA, resistor_uohm, 100));
        Add(Bq76952Register.DischargeOvercurrentDelay, 1, CurrentDelay);
        Add(Bq76952Register.ShortCircuitThreshold, 1, shortCircuit);
        Add(Bq76952Register.ShortCircuitDelay, 1, ShortCircuitDelay);
        Add(Bq76952Register.ChargeOvercurrentRecovery, 2, Within(chargeTrip_mA / RecoveryShare, 0, short.MaxValue));
        Add(Bq76952Register.DischargeOvercurrentRecovery, 2, -Within(dischargeTrip_mA / RecoveryShare, 0, short.MaxValue));
        Add(Bq76952Register.RecoveryTime, 1, RecoveryTime_s);
        AddPins();
        Add(Bq76952Register.MeasurementConfiguration, 1, CentivoltUnit | unit);
        Add(Bq76952Register.CellInputs, 2, Inputs);
        Add(Bq76952Register.SwitchOptions, 1, SwitchesOff);
        Add(Bq76952Register.OpenWireTime, 1, OpenWireTime_s);
        Add(Bq76952Register.BalancingConfiguration, 1, 0);
        Add(Bq76952Register.BalancingInterval, 1, BalancingInterval_s);
        Add(Bq76952Register.BalancingMaximum, 1, MaximumCells / 2);
    }

    /// <summary>
    /// Which inputs a stack of cells uses: the lowest, and the sixteenth for its top cell, because the chip wants a cell there;
    /// inputs between are shorted.
    /// </summary>
    /// <param name="cells">Cells in series, kept within 3..16.</param>
    public static int InputsOf(int cells)
    {
        int count = Within(cells, MinimumCells, MaximumCells);
        return ((1 << (count - 1)) - 1) | 0x8000;
    }

    private void AddPins()
    {
        int pins = 1 << (Bq76952Register.AlertPin - Bq76952Register.FirstPin);
        for (int sensor = 0; sensor < Sensors; sensor++)
        {
            pins |= 1 << (s_sensorPins[sensor] + 16);
        }

        for (int pin = 0; pin <= 8; pin++)
        {
            int function = ((pins >> (pin + 16)) & 1) != 0 ? Thermistor : 0;
            Add(Bq76952Register.FirstPin + pin, 1, ((pins >> pin) & 1) != 0 ? Alert : function);
        }
    }

    private void Add(int address, int length, int value)
    {
        Address[Count] = address;
        Length[Count] = length;
        Value[Count] = value;
        Count++;
    }

    /// <summary>Threshold of an overcurrent in steps of 2 mV: the next above.</summary>
    private static int CurrentSteps(int current_mA, int resistor_uohm, int most)
    {
        long voltage_nV = (long)current_mA * resistor_uohm;
        long steps = (voltage_nV + CurrentStep_nV - 1) / CurrentStep_nV;
        return steps < most ? Within((int)steps, 2, most) : most;
    }

    private static int ShortCircuitIndex(long voltage_mV)
    {
        int index = 0;
        while (index < s_shortCircuit_mV.Length - 1 && s_shortCircuit_mV[index + 1] <= voltage_mV)
        {
            index++;
        }

        return index;
    }

    /// <summary>The finest unit in which a current fits: 0 is 0.1 mA, each next ten times that.</summary>
    private static int UnitFor(long current_mA)
    {
        int unit = 0;
        long range_mA = 3276;
        while (unit < 3 && range_mA < current_mA)
        {
            unit++;
            range_mA *= 10;
        }

        return unit;
    }

    private static int BitsOf(float value)
    {
        return BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
    }

    private static int Within(int value, int lowest, int highest)
    {
        if (value < lowest)
        {
            return lowest;
        }

        return value < highest ? value : highest;
    }
}
