using Bms.Core.Sensing;

namespace Bms.Simulation.Costing;

/// <summary>What goes wrong between the sensors and the core.</summary>
internal interface IFrameTrouble
{
    /// <summary>Changes a frame whose turn has come. Called once for every frame, in order.</summary>
    public void Strike(SensorFrame frame);
}
