using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bms.Simulation.Results;

/// <summary>Numbers in JSON with six significant digits; what is not finite is null.</summary>
internal sealed class SignificantDigits : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0);   // no minus before a zero
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
