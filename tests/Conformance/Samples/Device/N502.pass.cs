using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace Bms.Device
{
    public sealed class Clock
    {
        public long Now_us()
        {
            return (long)HighResTimer.GetCurrent();
        }

        public void Wait_ms(int milliseconds)
        {
            Thread.Sleep(milliseconds);
        }
    }
}

namespace Bms.Device.Samples
{
    public sealed class Waiter
    {
        private readonly Clock _clock;

        public Waiter(Clock clock)
        {
            _clock = clock;
        }

        public long Wait()
        {
            _clock.Wait_ms(10);
            return _clock.Now_us();
        }
    }
}
