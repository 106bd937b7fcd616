using System;
using System.Device.I2c;
using Bms.VirtualBoard.Analog;
using nanoFramework.Hardware.Esp32;

namespace Bms.VirtualBoard.Tests;

/// <summary>A board in a steady world, and what a firmware does to use it.</summary>
internal sealed class Bench
{
    internal Bench(BoardFit? fit = null, BoardWiring? wiring = null)
    {
        World = new SteadyWorld();
        Board = new BatteryBoard(wiring ?? BoardWiring.Esp32DevKitC, (fit ?? new BoardFit { HasErrors = false }) with { TopAtLastInput = false }, World);
        World.Cells = Board.Fit.Cells;
    }

    internal Bench(BatteryBoard board, SteadyWorld world)
    {
        World = world;
        Board = board;
    }

    internal SteadyWorld World { get; }

    internal BatteryBoard Board { get; }

    internal Machine Machine => Board.Machine;

    internal static I2cDevice Open(int address, int bus = 1, I2cBusSpeed speed = I2cBusSpeed.FastMode) =>
        I2cDevice.Create(new I2cConnectionSettings(bus, address, speed));

    internal RunEnd Run(Action<Bench> main) => Machine.Run(() =>
    {
        Route();
        main(this);
    });

    internal void Route()
    {
        BoardWiring wiring = Machine.Wiring;
        Configuration.SetPinFunction(wiring.FirstBusData, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(wiring.FirstBusClock, DeviceFunction.I2C1_CLOCK);
        Configuration.SetPinFunction(wiring.SecondBusData, DeviceFunction.I2C2_DATA);
        Configuration.SetPinFunction(wiring.SecondBusClock, DeviceFunction.I2C2_CLOCK);
        Configuration.SetPinFunction(wiring.LinkReceive, DeviceFunction.COM3_RX);
        Configuration.SetPinFunction(wiring.LinkTransmit, DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(wiring.Heater, DeviceFunction.PWM1);
        Configuration.SetPinFunction(wiring.Actuator, DeviceFunction.PWM2);
    }

    internal void Sleep(double ms) => Machine.Advance((long)(ms * 1000));
}
