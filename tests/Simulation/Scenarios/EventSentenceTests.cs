using Bms.Profiles;
using Bms.Simulation.Scenarios;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Scenarios;

public class EventSentenceTests
{
    [Fact]
    public void A_loss_and_a_gain_of_pressure_are_read()
    {
        Assert.Equal(
            new ClampPressureEvent { At = 600, Clamp = 0, Megapascal = -3, Over = 20 },
            EventSentence.Parse("at 10 minutes clamp 0 loses 3 MPa over 20 s"));
        Assert.Equal(
            new ClampPressureEvent { At = 300, Clamp = 7, Megapascal = 4, Over = 60 },
            EventSentence.Parse("At 5 min CLAMP 7 gains 4MPa over 1 min"));
        Assert.Equal(
            new ClampPressureEvent { At = 0, Clamp = 1, Megapascal = -0.5, Over = 0 },
            EventSentence.Parse("at 0 s clamp 1 loses 0.5 MPa"));
    }

    [Fact]
    public void A_change_of_ambient_is_read()
    {
        Assert.Equal(new AmbientEvent { At = 3600, Celsius = -5 }, EventSentence.Parse("at 1 h ambient becomes -5 degC"));
    }

    [Fact]
    public void A_breach_is_read_with_and_without_humidity()
    {
        Assert.Equal(new BreachEvent { At = 7200, Cell = 3, Humidity = 60 }, EventSentence.Parse("at 2 h cell 3 breaches at 60 % humidity"));
        Assert.Equal(new BreachEvent { At = 5, Cell = 0 }, EventSentence.Parse("at 5 s cell 0 breaches"));
    }

    [Fact]
    public void What_an_event_prints_reads_back_to_the_same_event()
    {
        Gen<ScenarioEvent> events = Gen.OneOf(
            Gen.Select(Gen.Double[0, 1e6], Gen.Int[0, 127], Gen.Double[0.001, 100], Gen.Bool, Gen.Int[0, 5000])
                .Select((at, clamp, pressure, loses, over) => (ScenarioEvent)new ClampPressureEvent { At = at, Clamp = clamp, Megapascal = loses ? -pressure : pressure, Over = over }),
            Gen.Select(Gen.Int[0, 100_000], Gen.Double[-60, 150]).Select((at, celsius) => (ScenarioEvent)new AmbientEvent { At = at, Celsius = celsius }),
            Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 127], Gen.Double[0, 100], Gen.Bool)
                .Select((at, cell, percent, isGiven) => (ScenarioEvent)new BreachEvent { At = at, Cell = cell, Humidity = isGiven ? percent : null }));
        events.Sample(change => Assert.Equal(change, EventSentence.Parse(change.Sentence)));
    }

    [Theory]
    [InlineData("", "ends where 'at' belongs, as in 'at 10 minutes clamp 0 loses 3 MPa over 20 s'")]
    [InlineData("clamp 0 loses 3 MPa", "'clamp' where 'at' belongs, as in 'at 10 minutes clamp 0 loses 3 MPa over 20 s'")]
    [InlineData("at 5 V clamp 0 loses 3 MPa", "5 V where a time belongs, as in 'at 10 minutes clamp 0 loses 3 MPa over 20 s'")]
    [InlineData("at 5 s clmap 0 loses 3 MPa", "nothing happens to 'clmap'; known: clamp, ambient, cell (did you mean clamp?)")]
    [InlineData("at 5 s clamp loses 3 MPa", "'loses' where the number of the clamp belongs, a whole number from 0 to 127")]
    [InlineData("at 5 s clamp -1 loses 3 MPa", "'-1' where the number of the clamp belongs, a whole number from 0 to 127")]
    [InlineData("at 5 s clamp 0 looses 3 MPa", "'looses' where 'loses' or 'gains' belongs, as in 'at 10 minutes clamp 0 loses 3 MPa over 20 s' (did you mean loses?)")]
    [InlineData("at 5 s clamp 0 loses 3 MPa in 20 s", "'in' where 'over' belongs, as in 'at 10 minutes clamp 0 loses 3 MPa over 20 s'")]
    [InlineData("at 5 s clamp 0 loses 3 MPa over 20 s twice", "'twice' is too much; the whole is 'at 10 minutes clamp 0 loses 3 MPa over 20 s'")]
    [InlineData("at 5 s ambient 5 degC", "'5' where 'becomes' belongs, as in 'at 1 h ambient becomes -5 degC'")]
    [InlineData("at 5 s ambient becomes 5 MPa", "5 MPa where a temperature belongs, as in 'at 1 h ambient becomes -5 degC'")]
    [InlineData("at 5 s cell 1 breathes", "'breathes' where 'breaches' belongs, as in 'at 2 h cell 3 breaches at 60 % humidity' (did you mean breaches?)")]
    [InlineData("at 5 s cell 1 breaches at 5 V humidity", "5 V where a humidity in % belongs, as in 'at 2 h cell 3 breaches at 60 % humidity'")]
    [InlineData("at 5 s cell 1 breaches at 5 %", "ends where 'humidity' belongs, as in 'at 2 h cell 3 breaches at 60 % humidity'")]
    public void A_misspelling_is_told_with_what_would_be_right(string sentence, string problem)
    {
        BadInputException failure = Assert.Throws<BadInputException>(() => EventSentence.Parse(sentence, "loss.yaml:3"));
        Assert.Equal($"loss.yaml:3: '{sentence}': {problem}", failure.Message);
    }
}
