using System.Collections.Generic;

namespace Bms.Simulation.Results;

/// <summary>
/// The columns of a run and where each family begins in a row: <c>row[layout[ColumnName.TrueSoc] + cell]</c>.
/// </summary>
/// <remarks>Cells and clamps count from 0. The extremes kept are those of pack current, request, both limits, cell voltage, local
/// current and stack pressure: whatever can spike. Voltage of the pack follows its cells, and heat, contact and filament move
/// slower than an interval.</remarks>
public sealed class TraceLayout
{
    private readonly Dictionary<string, int> _start = [];
    private readonly List<TraceColumn> _columns = [];

    /// <summary>Lays out the columns of a pack.</summary>
    /// <param name="cells">Cells, from 1.</param>
    /// <param name="clamps">Clamps, from 1.</param>
    /// <param name="limiters">Names of the limiters by number: the values of the binding columns.</param>
    /// <param name="contactorStates">Names of the contactor states by number.</param>
    public TraceLayout(int cells, int clamps, IReadOnlyList<string> limiters, IReadOnlyList<string> contactorStates)
    {
        Pack(ColumnName.TestTime, "s");
        Pack(ColumnName.Voltage, "V");
        Pack(ColumnName.Current, "A", keepExtremes: true);
        Pack(ColumnName.RequestedCurrent, "A", keepExtremes: true);
        Pack(ColumnName.ChargeLimit, "A", keepExtremes: true);
        Pack(ColumnName.DischargeLimit, "A", keepExtremes: true);
        Pack(ColumnName.ChargeBinding, string.Empty, limiters);
        Pack(ColumnName.DischargeBinding, string.Empty, limiters);
        Pack(ColumnName.ContactorState, string.Empty, contactorStates);
        Pack(ColumnName.AmbientTemperature, "°C");
        Pack(ColumnName.HeaterPower, "W");
        Pack(ColumnName.TrueHydrogenSulfide, "ppm");
        Pack(ColumnName.TruePhosphine, "ppm");
        Pack(ColumnName.TrueAmmonia, "ppm");
        Each(clamps, ColumnName.AppliedPressure, "Pa", keepExtremes: true);
        Each(cells, ColumnName.CellVoltage, "V", keepExtremes: true);
        Each(cells, ColumnName.TrueSoc, "1");
        Each(cells, ColumnName.EstimatedSoc, "1");
        Each(cells, ColumnName.TrueContact, "1");
        Each(cells, ColumnName.TrueLocalCurrent, "mA/cm²", keepExtremes: true);
        Each(cells, ColumnName.TruePlatingLimit, "mA/cm²");
        Each(cells, ColumnName.TrueStrippingLimit, "mA/cm²");
        Each(cells, ColumnName.TrueCoreTemperature, "°C");
        Each(cells, ColumnName.EstimatedCoreTemperature, "°C");
        Each(cells, ColumnName.TrueFilament, "1");
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<TraceColumn> Columns => _columns;

    /// <summary>Where a quantity begins in a row: its own place, or that of cell or clamp 0.</summary>
    /// <exception cref="KeyNotFoundException">No such quantity; the names are those of <see cref="ColumnName"/>.</exception>
    public int this[string name] => _start[name];

    private void Pack(string name, string unit, IReadOnlyList<string>? labels = null, bool keepExtremes = false)
    {
        _start[name] = _columns.Count;
        _columns.Add(new TraceColumn(name, unit, labels, keepExtremes));
    }

    private void Each(int count, string family, string unit, bool keepExtremes = false)
    {
        _start[family] = _columns.Count;
        for (int index = 0; index < count; index++)
        {
            _columns.Add(new TraceColumn(ColumnName.Of(family, index), unit, null, keepExtremes));
        }
    }
}
