using System;
using System.Threading.Tasks;
using Bms.Plant.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Electrodes;
using Bms.Plant.Events;
using Bms.Plant.Heat;
using Bms.Plant.Laws;
using Bms.Plant.Mechanics;
using Bms.Plant.Parameters;

namespace Bms.Plant.Packs;

/// <summary>
/// The true pack: cells in series, pressed in groups by clamps. Nothing here knows of sensors or firmware.
/// </summary>
/// <remarks>
/// Currents are in A, positive on charge; temperatures in K; clamp pressures in MPa. The pack is advanced in steps of at most a
/// second (unless told otherwise) and may be sampled at any instant up to the next step. The result is the same to the last bit for any number of
/// threads: within a step no cell looks at another.
/// </remarks>
public sealed class Pack
{
    private const double LongestStepOfAll = 600;
    private const double LongestLook = 1;

    // Below this, waking a second thread costs more than it saves.
    private const int FewestCellsPerThread = 4;

    private readonly Cell[] _cells;
    private readonly Clamp[] _clamps;
    private readonly Enclosure _enclosure;
    private readonly EventLog _events;
    private readonly NeighbourExchange _neighbours;
    private readonly int _cellsPerClamp;
    private readonly ParallelOptions _parallel;
    private readonly Action<int> _advanceBlock;
    private readonly int _blocks;
    private readonly double _longestStep;
    private double _step;
    private double _current;
    private double _heater;
    private double _ambient;
    private double _humidity;
    private bool _breached;

    /// <summary>Builds a pack at rest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its range, or not finite.</exception>
    public Pack(CellParameters parameters, PackOptions options)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(options);
        Check(options);

        parameters = options.Mechanisms.Of(parameters);
        Parameters = parameters;
        var design = new CellDesign(parameters, options.Volumes);
        _ambient = options.Ambient;
        _humidity = options.Humidity;
        _enclosure = new Enclosure(parameters.Moisture, options.EnclosureVolume, options.AirExchange);
        _longestStep = options.LongestStep;
        _cellsPerClamp = Math.Min(options.CellsPerClamp, options.Cells);
        _cells = new Cell[options.Cells];
        _events = new EventLog(options.Cells);
        _neighbours = new NeighbourExchange(parameters.Thermal);
        _clamps = new Clamp[((options.Cells - 1) / _cellsPerClamp) + 1];
        _blocks = Math.Clamp(options.Cells / FewestCellsPerThread, 1, options.Threads);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = _blocks };
        _advanceBlock = AdvanceBlock;

        var unclamped = new StackPressure(parameters, parameters.Mechanics.SetPressure);
        for (int cell = 0; cell < _cells.Length; cell++)
        {
            CellFactors factors = options.Spread ? CellFactors.Draw(parameters.Spread, options.Seed, cell) : CellFactors.Nominal;
            factors = cell < options.Own.Count ? factors.Times(options.Own[cell]) : factors;
            _cells[cell] = new Cell(design, factors, options.StateOfCharge, options.Temperature, unclamped, options.Age);
        }

        for (int clamp = 0; clamp < _clamps.Length; clamp++)
        {
            _clamps[clamp] = new Clamp(parameters, options.ClampPressure, MeanSwelling(clamp));
            Settle(clamp);
        }
    }

    /// <summary>Physics of the cells, of the mechanisms that act, before their spread.</summary>
    public CellParameters Parameters { get; }

    /// <summary>Cells in series.</summary>
    public int CellCount => _cells.Length;

    /// <summary>Clamps.</summary>
    public int ClampCount => _clamps.Length;

    /// <summary>What has happened to its cells so far, in the order of time: a span over memory that was made at the start.</summary>
    public ReadOnlySpan<PlantEvent> Events => _events.All;

    /// <summary>Time since the start, s.</summary>
    public double Time { get; private set; }

    /// <summary>Ambient temperature, K.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or not above 0.</exception>
    public double Ambient
    {
        get => _ambient;
        set => _ambient = Temperature(value, nameof(value));
    }

    /// <summary>Relative humidity of the air around the cells, 0..1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0..1, or not finite.</exception>
    public double Humidity
    {
        get => _humidity;
        set => _humidity = Relative(value, nameof(value));
    }

    /// <summary>Whether the heaters of all cells are on.</summary>
    public bool HeaterOn { get; set; }

    /// <summary>Heat that the heaters of all cells have given so far, J.</summary>
    public double HeaterEnergy { get; private set; }

    /// <summary>The clamp that presses a cell.</summary>
    public int ClampOf(int cell) => cell / _cellsPerClamp;

    /// <summary>Moves the pack on.</summary>
    /// <param name="seconds">Length, s, above 0; longer than <see cref="PackOptions.LongestStep"/> is split into equal steps.</param>
    /// <param name="current">Mean pack current, A, positive on charge.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length not above 0, or either not finite.</exception>
    public void Advance(double seconds, double current)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        Finite(seconds, nameof(seconds));
        Finite(current, nameof(current));

        double steps = Math.Max(1, Math.Ceiling((seconds / _longestStep) - 1e-9));
        _step = seconds / steps;
        _current = current;
        _heater = HeaterOn ? Parameters.Thermal.HeaterPower : 0;
        double start = Time;
        for (double step = 0; step < steps; step++)
        {
            AdvanceStep();
            Time = start + ((step + 1) * _step);
            Watch();
        }

        Time = start + seconds;
        HeaterEnergy += _heater * _cells.Length * seconds;
    }

    /// <summary>Breaches the case of a cell: from now on moisture gets in and gas gets out.</summary>
    public void Breach(int cell)
    {
        _cells[cell].Breach();
        _breached = true;
    }

    /// <summary>Puts all clamps under force control: they hold a pressure whatever the cells do.</summary>
    /// <param name="megapascal">Pressure held, MPa, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public void HoldPressure(double megapascal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(megapascal);
        Finite(megapascal, nameof(megapascal));
        for (int clamp = 0; clamp < _clamps.Length; clamp++)
        {
            _clamps[clamp].Hold(megapascal);
            Settle(clamp);
        }
    }

    /// <summary>Ends force control: the clamps are stiff again, from the pressure they have.</summary>
    public void ReleaseHold()
    {
        for (int clamp = 0; clamp < _clamps.Length; clamp++)
        {
            _clamps[clamp].Release(MeanSwelling(clamp));
        }
    }

    /// <summary>Adds a fault to the pressure of a clamp; it takes effect at once and stays until set to 0.</summary>
    /// <param name="clamp">The clamp.</param>
    /// <param name="megapascal">Added pressure, MPa; negative for a loss.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public void SetClampOffset(int clamp, double megapascal)
    {
        Finite(megapascal, nameof(megapascal));
        _clamps[clamp].Shift(megapascal);
        Settle(clamp);
    }

    /// <summary>Terminal voltage of a cell at an instant, V.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="current">Pack current that flows at that instant, A: ohmic and kinetic drops follow it at once, the
    /// concentration at the surface as if it had flowed since the last advance.</param>
    /// <param name="since">Time since the last advance, s, not below 0. The slow states go on as in the last step, but no further
    /// than that step was long.</param>
    public double CellVoltage(int cell, double current, double since) => _cells[cell].Voltage(current, since);

    /// <summary>Surface temperature of a cell at an instant, K.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="since">Time since the last advance, s, taken within 0..1.</param>
    public double SurfaceTemperature(int cell, double since) =>
        _cells[cell].SurfaceTemperature + (_cells[cell].SurfaceTemperatureRate * Math.Clamp(since, 0, LongestLook));

    /// <summary>Pressure of a clamp at an instant, MPa, not below 0.</summary>
    /// <param name="clamp">The clamp.</param>
    /// <param name="since">Time since the last advance, s, taken within 0..1.</param>
    public double ClampPressure(int clamp, double since) => _clamps[clamp].Pressure(Math.Clamp(since, 0, LongestLook));

    /// <summary>The terminal voltage of a cell taken apart, at the last advance.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="current">Pack current, A.</param>
    public Overpotentials Overpotentials(int cell, double current) => _cells[cell].Overpotentials(current);

    /// <summary>Power that went into a cell at its terminals over the last step, W.</summary>
    public double TerminalPower(int cell) => _cells[cell].TerminalPower;

    /// <summary>Depths of the positive electrode of a cell that react on their own; 1 in a film.</summary>
    public int Depths(int cell) => _cells[cell].Depths;

    /// <summary>Mean stoichiometry at a depth of the positive electrode of a cell, 0 at the separator.</summary>
    public double DepthStoichiometry(int cell, int depth) => _cells[cell].DepthStoichiometry(depth);

    /// <summary>The impedance of a cell in its present state, term by term.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="frequency">Frequency, Hz, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Frequency not above 0 or not finite.</exception>
    public CellImpedance Impedance(int cell, double frequency) => CellImpedance.At(_cells[cell], frequency);

    /// <summary>State of charge of a cell; beyond 0..1 if driven there.</summary>
    public double StateOfCharge(int cell) => _cells[cell].StateOfCharge;

    /// <summary>Contact factor of a cell, 0..1.</summary>
    public double Contact(int cell) => _cells[cell].Contact;

    /// <summary>Filament index of a cell, 0..1; 1 is a lasting short.</summary>
    public double FilamentIndex(int cell) => _cells[cell].FilamentIndex;

    /// <summary>Stoichiometry at the electrolyte face of the positive electrode.</summary>
    public double SurfaceStoichiometry(int cell) => _cells[cell].SurfaceStoichiometry;

    /// <summary>Mean temperature of the core of a cell, K: what its kinetics and transport follow.</summary>
    public double CoreTemperature(int cell) => _cells[cell].CoreTemperature;

    /// <summary>Highest temperature of the core of a cell, K.</summary>
    public double HottestTemperature(int cell) => _cells[cell].HottestTemperature;

    /// <summary>Heat made in a cell over the last step, W.</summary>
    public double HeatGeneration(int cell) => _cells[cell].HeatGeneration.Total;

    /// <summary>The same by what made it.</summary>
    public CellHeat HeatSources(int cell) => _cells[cell].HeatGeneration;

    /// <summary>Heat that a cell gave to the ambient over the last step, W.</summary>
    public double HeatLoss(int cell) => _cells[cell].HeatLoss;

    /// <summary>Heat that a cell holds, molten lithium included, against 0 K with its capacities as they are, J.</summary>
    public double StoredHeat(int cell) => _cells[cell].StoredHeat;

    /// <summary>Share of the lithium of a cell that is molten, 0..1.</summary>
    public double MoltenLithium(int cell) => _cells[cell].MoltenLithium;

    /// <summary>Share of a cell's runaway reaction that is over, 0..1.</summary>
    public double Burnt(int cell) => _cells[cell].Burnt;

    /// <summary>Cracks of electrolyte and particles of a cell, with their rates.</summary>
    public Cracks Cracks(int cell) => _cells[cell].Cracks;

    /// <summary>Largest strain between two layers of a cell that expand unequally, against where they were joined; 0 if their
    /// expansion is not known.</summary>
    public double MisfitStrain(int cell) =>
        Plant.Mechanics.MisfitStrain.Largest(Parameters.Layers, _cells[cell].CoreTemperature - Parameters.Mechanics.SetTemperature);

    /// <summary>Local plating current density that starts filaments, mA/cm², the cell's own.</summary>
    public double PlatingLimit(int cell) => _cells[cell].PlatingLimit;

    /// <summary>Local stripping current density that starts voids, mA/cm², the cell's own.</summary>
    public double StrippingLimit(int cell) => _cells[cell].StrippingLimit;

    /// <summary>Rate at which creep heals contact, b ε', 1/s.</summary>
    public double HealingRate(int cell) => _cells[cell].HealingRate;

    /// <summary>Mean current density on the footprint, mA/cm², unsigned.</summary>
    public double CurrentDensity(int cell, double current) => Math.Abs(_cells[cell].Density(current));

    /// <summary>Current density where the interface still touches, mA/cm², unsigned: mean over contact.</summary>
    public double LocalCurrentDensity(int cell, double current) => CurrentDensity(cell, current) / _cells[cell].Contact;

    /// <summary>Charge between state of charge 1 and 0 of a cell, A h, its own: what is left of it.</summary>
    public double Capacity(int cell) => _cells[cell].Capacity;

    /// <summary>How far a cell has aged.</summary>
    public CellAge Age(int cell) => _cells[cell].Age;

    /// <summary>What has worn a cell, cause by cause: its age, what moisture did, and lithium it misses.</summary>
    public WearByCause Wear(int cell) => _cells[cell].Wear;

    /// <summary>Lithium of a cell cut off in filaments so far, A h.</summary>
    public double DeadLithium(int cell) => _cells[cell].DeadLithium;

    /// <summary>Whether the case of a cell is breached.</summary>
    public bool IsBreached(int cell) => _cells[cell].IsBreached;

    /// <summary>Share of a cell's electrolyte that has reacted with water, 0..1.</summary>
    public double Hydrolysed(int cell) => _cells[cell].Hydrolysed;

    /// <summary>Concentration of a gas in the air of the housing, ppm.</summary>
    public double Gas(GasSpecies species) => _breached ? _enclosure.Concentration(species, _ambient) : 0;

    /// <summary>Lithium in the positive electrode of a cell, A h.</summary>
    public double Lithium(int cell) => _cells[cell].Lithium;

    /// <summary>Charge in the double layers of the positive electrode of a cell, A h; as it rises, so much charge has taken no lithium yet.</summary>
    public double DoubleLayerCharge(int cell) => _cells[cell].DoubleLayerCharge;

    /// <summary>Lithium of a cell that went since the start with the sites that held it, A h.</summary>
    public double LostLithium(int cell) => _cells[cell].LostLithium;

    /// <summary>Charge that oxidised less that reduced electrolyte at the positive electrode of a cell outside its stability window, A h.</summary>
    public double PositiveDecomposition(int cell) => _cells[cell].PositiveInterface?.Net ?? 0;

    /// <summary>Charge that oxidised electrolyte at the negative electrode of a cell when its lithium had run out, A h.</summary>
    public double NegativeDecomposition(int cell) => _cells[cell].Negative.Interface?.Net ?? 0;

    /// <summary>Lithium that the negative electrode of a cell can give back, A h; infinite for a metal electrode.</summary>
    public double NegativeLithium(int cell) => _cells[cell].Negative.Lithium;

    /// <summary>Lithium lost at the negative electrode of a cell, A h: as interphase, or disconnected.</summary>
    public double NegativeLoss(int cell) => _cells[cell].Negative.Lost;

    /// <summary>By how much a cell differs from its design.</summary>
    public CellFactors Factors(int cell) => _cells[cell].Factors;

    private static void Check(PackOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Cells, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CellsPerClamp, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        Temperature(options.Temperature, nameof(options));
        Temperature(options.Ambient, nameof(options));
        if (!(options.StateOfCharge >= 0 && options.StateOfCharge <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.StateOfCharge, "state of charge must be within 0 and 1");
        }

        Relative(options.Humidity, nameof(options));
        if (!(options.EnclosureVolume > 0 && double.IsFinite(options.EnclosureVolume) && options.AirExchange >= 0 && double.IsFinite(options.AirExchange)))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options, "a housing must have a volume above 0, and its exchange of air must be finite and not negative");
        }

        if (!(options.LongestStep > 0 && options.LongestStep <= LongestStepOfAll))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.LongestStep, $"the longest step must be above 0 s and at most {LongestStepOfAll} s");
        }

        CellAge age = options.Age;
        if (!(age.InterphaseGrowth >= 0 && double.IsFinite(age.InterphaseGrowth) && age.CalendarFade >= 0 && age.CycleFade >= 0 && age.CalendarFade + age.CycleFade < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), age, "an age must be finite and not negative, and leave some capacity");
        }

        if (options.ClampPressure is double pressure && !(pressure >= 0 && double.IsFinite(pressure)))
        {
            throw new ArgumentOutOfRangeException(nameof(options), pressure, "clamp pressure must be finite and not negative");
        }
    }

    private static double Temperature(double kelvin, string name) =>
        kelvin > 0 && double.IsFinite(kelvin) ? kelvin : throw new ArgumentOutOfRangeException(name, kelvin, "temperature must be finite and above 0 K");

    private static double Relative(double humidity, string name) =>
        humidity is >= 0 and <= 1 ? humidity : throw new ArgumentOutOfRangeException(name, humidity, "relative humidity must be within 0 and 1");

    private static void Finite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be finite");
        }
    }

    private void AdvanceStep()
    {
        if (_blocks == 1)
        {
            AdvanceBlock(0);
        }
        else
        {
            Parallel.For(0, _blocks, _parallel, _advanceBlock);
        }

        _neighbours.Advance(_step, _cells, _cellsPerClamp);
        for (int clamp = 0; clamp < _clamps.Length; clamp++)
        {
            _clamps[clamp].Advance(_step, MeanSwelling(clamp));
        }

        if (_breached)
        {
            Breathe();
        }
    }

    private void Breathe()
    {
        double vapour = WaterVapour.Concentration(_ambient, _humidity);
        double water = 0;
        foreach (Cell cell in _cells)
        {
            water += cell.Breathe(_step, vapour);
        }

        _enclosure.Advance(_step, water);
    }

    private void Watch()
    {
        for (int cell = 0; cell < _cells.Length; cell++)
        {
            _events.Note(Time, cell, _cells[cell].Happened);
        }
    }

    private void AdvanceBlock(int block)
    {
        int first = _cells.Length * block / _blocks;
        int end = _cells.Length * (block + 1) / _blocks;
        for (int cell = first; cell < end; cell++)
        {
            _cells[cell].Advance(_step, _current, _ambient, _heater, _clamps[ClampOf(cell)].Stack);
        }
    }

    private double MeanSwelling(int clamp)
    {
        int first = clamp * _cellsPerClamp;
        int end = Math.Min(first + _cellsPerClamp, _cells.Length);
        double sum = 0;
        for (int cell = first; cell < end; cell++)
        {
            sum += _cells[cell].Swelling;
        }

        return sum / (end - first);
    }

    private void Settle(int clamp)
    {
        int end = Math.Min((clamp + 1) * _cellsPerClamp, _cells.Length);
        for (int cell = clamp * _cellsPerClamp; cell < end; cell++)
        {
            _cells[cell].Settle(_clamps[clamp].Stack);
        }
    }
}
