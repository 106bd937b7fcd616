using System.Device.Gpio;
using Bms.Core.Sensing;
using Bms.Device.Drivers;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Pins;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The contactors' auxiliary contacts.</summary>
public class FeedbackTests
{
    private static readonly BoardWiring _board = BoardWiring.Esp32DevKitC;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_contact_that_is_closed_pulls_low_and_a_broken_wire_reads_open(int contact)
    {
        int pin = new[] { _board.FeedbackPositive, _board.FeedbackNegative, _board.FeedbackPrecharge }[contact];
        int channel = new[] { Channel.ContactorPositive, Channel.ContactorNegative, Channel.Precharge }[contact];
        Machine machine = new(_board);
        foreach (int input in new[] { _board.FeedbackPositive, _board.FeedbackNegative, _board.FeedbackPrecharge })
        {
            machine.Pins[input].ExternalPull = Pull.Up;
        }

        bool isClosed = false;
        machine.Pins[pin].Source = () => !isClosed;
        machine.Run(() =>
        {
            ContactorFeedback feedback = new(new GpioController(), _board.FeedbackPositive, _board.FeedbackNegative, _board.FeedbackPrecharge);
            SensorFrame frame = new();
            Assert.True(feedback.Start());
            Assert.Equal(0, Round(feedback, frame, channel));
            isClosed = true;
            Assert.Equal(1, Round(feedback, frame, channel));
            machine.Pins[pin].IsCut = true;
            Assert.Equal(0, Round(feedback, frame, channel));
        });
    }

    private static int Round(ContactorFeedback feedback, SensorFrame frame, int channel)
    {
        for (int phase = 0; phase < 5; phase++)
        {
            frame.Time_ms += 20;
            feedback.Renew(frame, phase);
        }

        Assert.True(frame.IsValid[channel]);
        Assert.InRange(frame.Time_ms - frame.Timestamp_ms[channel], 0, 80);
        return frame.Value[channel];
    }
}
