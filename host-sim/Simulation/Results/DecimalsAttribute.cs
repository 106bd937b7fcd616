using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bms.Simulation.Results;

/// <summary>How many decimals of a number JSON shows. What is not finite is written as null, and null is read as not a number.</summary>
/// <param name="decimals">0 to 15.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalsAttribute(int decimals) : JsonConverterAttribute
{
    /// <summary>Decimals shown.</summary>
    public int Decimals => decimals;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert) => new Rounding(decimals);

    private sealed class Rounding(int decimals) : JsonConverter<double>
    {
        public override bool HandleNull => true;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(Math.Round(value, decimals) + 0.0);   // no minus before a zero
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
