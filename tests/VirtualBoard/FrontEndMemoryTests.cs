using System;
using System.Device.I2c;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class FrontEndMemoryTests
{
    [Theory]
    [InlineData(0x9180, new byte[] { 0x7A, 0x30 }, 0x44)]
    [InlineData(0x9261, new byte[] { 0x8C }, 0x80)]
    [InlineData(0x0083, new byte[] { 0x01, 0x00 }, 0x7B)]
    public void Checksum_of_the_published_vectors(int code, byte[] data, byte checksum) => Assert.Equal(checksum, FrontEndHost.Checksum(code, data));

    [Fact]
    public void A_block_of_32_bytes_comes_from_data_memory()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            byte[] block = host.Ask(0x9275);
            Assert.Equal(32, block.Length);
            Assert.Equal(50, block[0]);
            Assert.Equal(86, block[3]);
            Assert.Equal(0x24, host.U1(0x61));
        });
    }

    [Theory]
    [InlineData(0x9234, 0x2982)]
    [InlineData(0x9261, 0x0088)]
    [InlineData(0x9265, 0xD598)]
    [InlineData(0x926D, 0xF800)]
    [InlineData(0x9303, 0x0005)]
    [InlineData(0x9304, 0x0000)]
    [InlineData(0x9335, 0x1400)]
    public void Defaults_as_documented(int address, int value)
    {
        int mask = address is 0x9261 or 0x9303 or 0x9335 ? 0xFF : 0xFFFF;
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            Assert.Equal(value & mask, BitConverter.ToUInt16(new FrontEndHost(bench).Ask(address)) & mask);
        });
    }

    [Fact]
    public void Gain_of_the_current_is_that_of_one_milliohm()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            byte[] block = new FrontEndHost(bench).Ask(0x91A8);
            Assert.Equal(7.5684f, BitConverter.ToSingle(block));
            Assert.Equal(7.5684f * 298261.6178f, BitConverter.ToSingle(block, 4));
        });
    }

    [Fact]
    public void Writing_counts_only_while_configuring()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Set(0x9275, 40);
            Assert.Equal(50, host.Ask(0x9275)[0]);
            host.Configure(() => host.Set(0x9275, 40));
            Assert.Equal(40, host.Ask(0x9275)[0]);
        });
    }

    [Fact]
    public void A_wrong_checksum_or_length_is_ignored()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Configure(() =>
            {
                host.Write(0x3E, 0x75, 0x92);
                bench.Sleep(1);
                host.Write(0x40, 40);
                host.Write(0x60, 0xFF, 5);
                Assert.Equal(50, host.Ask(0x9275)[0]);
                host.Write(0x40, 40);
                host.Write(0x60, FrontEndHost.Checksum(0x9275, [40]), 6);
                Assert.Equal(50, host.Ask(0x9275)[0]);
            });
        });
    }

    [Fact]
    public void Checksum_and_length_in_two_writes_commit_nothing()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Configure(() =>
            {
                host.Write(0x3E, 0x75, 0x92);
                bench.Sleep(1);
                host.Write(0x40, 40);
                host.Write(0x60, FrontEndHost.Checksum(0x9275, [40]));
                host.Write(0x61, 5);
                Assert.Equal(50, host.Ask(0x9275)[0]);
            });
        });
    }

    [Fact]
    public void A_running_subcommand_reads_FF_then_its_code()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Command(0x0004, wait_ms: 1);
            Assert.Equal(0xFFFF, host.U2(0x3E));
            bench.Sleep(8);
            Assert.Equal(0x0004, host.U2(0x3E));
        });
    }

    [Fact]
    public void Configuration_begins_two_milliseconds_after_its_command()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Command(0x0090, wait_ms: 0.5);
            Assert.Equal(0, host.U2(0x12) & 1);
            bench.Sleep(2);
            Assert.Equal(1, host.U2(0x12) & 1);
        });
    }

    [Fact]
    public void A_command_through_control_status_is_answered_once()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Write(0x00, 0x57, 0x00);
            bench.Sleep(2);
            Assert.Equal(0xFFA5, host.U2(0x00));
            Assert.Equal(0, host.U2(0x00));
            Assert.Equal(0x0057, host.U2(0x3E));
        });
    }

    [Fact]
    public void Sealed_it_hides_its_memory_until_both_keys_come()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            Assert.Equal(1, (host.U2(0x12) >> 8) & 3);
            host.Command(0x0030);
            Assert.Equal(3, (host.U2(0x12) >> 8) & 3);
            host.Command(0x9275);
            Assert.Equal(0xFFFF, host.U2(0x3E));
            host.Command(0x0090);
            Assert.Equal(0, host.U2(0x12) & 1);
            host.Command(0x0414, wait_ms: 0);
            host.Command(0x3672);
            Assert.Equal(2, (host.U2(0x12) >> 8) & 3);
            host.Command(0xFFFF, wait_ms: 0);
            host.Command(0xFFFF);
            Assert.Equal(1, (host.U2(0x12) >> 8) & 3);
        });
    }

    [Fact]
    public void Keys_too_far_apart_or_with_traffic_between_open_nothing()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Command(0x0030);
            host.Command(0x0414, wait_ms: 6000);
            host.Command(0x3672);
            Assert.Equal(3, (host.U2(0x12) >> 8) & 3);
            host.Command(0x0414);
            host.Command(0x0057);
            host.Command(0x3672);
            Assert.Equal(3, (host.U2(0x12) >> 8) & 3);
        });
    }

    [Theory]
    [InlineData(false, 0x08)]
    [InlineData(true, 0x18)]
    public void A_reset_loses_the_settings_and_says_so(bool byWatchdog, int bits)
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9275, 40));
            Assert.Equal(0, host.U2(0x12) & 0x18);
            bench.Board.FrontEnd.Reset(byWatchdog);
            bench.Sleep(10);
            Assert.Equal(bits, host.U2(0x12) & 0x18);
            Assert.Equal(50, host.Ask(0x9275)[0]);
        });
    }

    [Fact]
    public void The_scratchpad_keeps_what_is_written()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Set(0x0070, 1, 2, 3);
            Assert.Equal([1, 2, 3], host.Ask(0x0070)[..3]);
        });
    }

    [Fact]
    public void Shut_down_it_answers_nothing()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Command(0x0010);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, host.Chip.Put(0x12));
        });
    }
}
