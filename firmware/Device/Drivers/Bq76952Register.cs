namespace Bms.Device.Drivers;

/// <summary>Registers, commands and data-memory addresses of the BQ76952 that the driver uses.</summary>
internal static class Bq76952Register
{
    // direct commands
    internal const int SafetyStatusA = 0x03;
    internal const int SafetyStatusB = 0x05;
    internal const int BatteryStatus = 0x12;
    internal const int FirstCell = 0x14;
    internal const int Stack = 0x34;
    internal const int PackPin = 0x36;
    internal const int Current = 0x3A;
    internal const int Subcommand = 0x3E;
    internal const int Buffer = 0x40;
    internal const int Checksum = 0x60;
    internal const int AlarmStatus = 0x62;
    internal const int ChargeFetOffTemperature = 0x6A;
    internal const int DischargeFetOffTemperature = 0x6C;
    internal const int FirstTemperature = 0x70;

    // bits of Battery Status
    internal const int IsUpdating = 0x0001;
    internal const int WasPoweredUp = 0x0008;
    internal const int WasReset = 0x0018;           // powered up, or by its watchdog
    internal const int IsNotConfigured = WasReset | IsUpdating;

    // subcommands
    internal const int DeviceNumber = 0x0001;
    internal const int CellsBalanced = 0x0083;
    internal const int BeginUpdate = 0x0090;
    internal const int EndUpdate = 0x0092;
    internal const int AllOff = 0x0095;
    internal const int NeverSleep = 0x009A;
    internal const int SwapBusMode = 0x29BC;

    // data memory
    internal const int CurrentGain = 0x91A8;
    internal const int CapacityGain = 0x91AC;
    internal const int PowerConfiguration = 0x9234;
    internal const int RegulatorConfiguration = 0x9236;
    internal const int PreregulatorConfiguration = 0x9237;
    internal const int BusMode = 0x9239;
    internal const int ProtectionsA = 0x9261;
    internal const int ProtectionsB = 0x9262;
    internal const int ProtectionsC = 0x9263;
    internal const int AlarmMask = 0x926D;
    internal const int UndervoltageThreshold = 0x9275;
    internal const int UndervoltageDelay = 0x9276;
    internal const int OvervoltageThreshold = 0x9278;
    internal const int OvervoltageDelay = 0x9279;
    internal const int ChargeOvercurrentThreshold = 0x9280;
    internal const int ChargeOvercurrentDelay = 0x9281;
    internal const int DischargeOvercurrentThreshold = 0x9282;
    internal const int DischargeOvercurrentDelay = 0x9283;
    internal const int ShortCircuitThreshold = 0x9286;
    internal const int ShortCircuitDelay = 0x9287;
    internal const int ChargeOvercurrentRecovery = 0x9288;
    internal const int DischargeOvercurrentRecovery = 0x928D;
    internal const int RecoveryTime = 0x92AF;
    internal const int FirstPin = 0x92FA;
    internal const int AlertPin = 0x92FC;
    internal const int MeasurementConfiguration = 0x9303;
    internal const int CellInputs = 0x9304;
    internal const int SwitchOptions = 0x9308;
    internal const int OpenWireTime = 0x9314;
    internal const int BalancingConfiguration = 0x9335;
    internal const int BalancingInterval = 0x9339;
    internal const int BalancingMaximum = 0x933A;
}
