using System;
using System.IO.Ports;
using System.Text;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class SerialTests
{
    [Fact]
    public void What_is_written_reaches_the_host_in_the_time_of_its_bits()
    {
        new Bench().Run(bench =>
        {
            SerialPort port = Open();
            port.Write("hello");
            bench.Sleep(0.2);
            Assert.Equal(2, bench.Machine.Link.Available);
            bench.Sleep(0.3);
            byte[] received = new byte[10];
            Assert.Equal(5, bench.Machine.Link.Receive(received));
            Assert.Equal("hello", Encoding.UTF8.GetString(received, 0, 5));
        });
    }

    [Fact]
    public void Writing_blocks_until_the_rest_fits_the_transmitter()
    {
        new Bench().Run(bench =>
        {
            SerialPort port = Open();
            long before = bench.Machine.Time_us;
            port.Write(new byte[128], 0, 128);
            Assert.Equal(before, bench.Machine.Time_us);
            port.Write(new byte[100], 0, 100);
            Assert.InRange(bench.Machine.Time_us - before, 8680, 8681);
        });
    }

    [Fact]
    public void Bytes_of_the_host_arrive_one_after_the_other()
    {
        new Bench().Run(bench =>
        {
            SerialPort port = Open();
            bench.Machine.Link.Send([1, 2, 3, 4], bench.Machine.Time_us);
            Assert.Equal(0, port.BytesToRead);
            bench.Sleep(0.2);
            Assert.Equal(2, port.BytesToRead);
            byte[] read = new byte[4];
            port.ReadTimeout = 100;
            Assert.Equal(4, port.Read(read, 0, 4));
            Assert.Equal([1, 2, 3, 4], read);
        });
    }

    [Fact]
    public void A_read_gives_up_after_its_time_out()
    {
        new Bench().Run(bench =>
        {
            SerialPort port = Open();
            port.ReadTimeout = 50;
            long before = bench.Machine.Time_us;
            bench.Machine.Link.Send([1], before);
            Assert.Throws<TimeoutException>(() => port.Read(new byte[2], 0, 2));
            Assert.Equal(50_000, bench.Machine.Time_us - before);
            Assert.Equal(1, port.ReadByte());
            Assert.Throws<ArgumentOutOfRangeException>(() => port.ReadTimeout = 0);
        });
    }

    [Fact]
    public void What_the_buffer_cannot_hold_is_lost()
    {
        new Bench().Run(bench =>
        {
            SerialPort port = Open(bufferSize: 8);
            bench.Machine.Link.Send(new byte[12], bench.Machine.Time_us);
            bench.Sleep(10);
            Assert.Equal(8, port.BytesToRead);
            Assert.Equal(4, bench.Machine.Link.Overruns);
        });
    }

    [Fact]
    public void A_closed_port_or_other_pins_carry_nothing()
    {
        new Bench().Run(bench =>
        {
            bench.Machine.Link.Send([1], bench.Machine.Time_us);
            SerialPort port = Open();
            bench.Sleep(10);
            Assert.Equal(0, port.BytesToRead);
            port.Close();
            Assert.Throws<InvalidOperationException>(() => port.Write("x"));
            var other = new SerialPort("COM1", 115200);
            other.Open();
            other.Write("x");
            Assert.Equal(0, bench.Machine.Link.Available);
        });
    }

    [Fact]
    public void A_port_without_pins_is_refused()
    {
        new Bench().Run(_ =>
        {
            Assert.Throws<ArgumentException>(() => new SerialPort("COM2").Open());
            Assert.Throws<ArgumentException>(() => new SerialPort("COM9"));
        });
    }

    private static SerialPort Open(int bufferSize = 256)
    {
        var port = new SerialPort("COM3", 115200) { ReadBufferSize = bufferSize };
        port.Open();
        return port;
    }
}
