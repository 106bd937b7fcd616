using System;
using System.Device.Gpio;
using System.Threading;

namespace Bms.Device.Samples;

public sealed class Busy
{
    private readonly Timer _timer;

    public Busy(GpioPin pin)
    {
        Thread thread = new Thread(Work); //!
        thread.Start(); //!
        _timer = new Timer(Tick, null, 10, 10); //!
        pin.ValueChanged += Changed; //!
    }

    public event EventHandler Done; //!

    private void Work()
    {
        Done(this, EventArgs.Empty);
    }

    private void Tick(object state)
    {
        _timer.Dispose(); //!
    }

    private void Changed(object sender, PinValueChangedEventArgs e)
    {
    }
}
