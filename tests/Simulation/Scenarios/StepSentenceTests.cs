using System;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Driving;
using Bms.Simulation.Scenarios;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Scenarios;

public class StepSentenceTests
{
    [Theory]
    [InlineData("Charge at C/4 until 4.2 V", "Charge at C/4 until 4.2 V")]
    [InlineData("Charge at 1.5C for 20 minutes", "Charge at 1.5C for 20 minutes")]
    [InlineData("Charge at 3 A until 80 % or for 2 hours", "Charge at 3 A until 80 % or for 2 hours")]
    [InlineData("Charge at 3A until 80% or 2h", "Charge at 3 A until 80 % or for 2 hours")]
    [InlineData("charge until 4.1v or until 90 percent AT c/3", "Charge at C/3 until 4.1 V or until 90 %")]
    [InlineData("Discharge at C/2 until 3.0 V", "Discharge at C/2 until 3 V")]
    [InlineData("DISCHARGE AT 1 C FOR 1 HOUR AT 45 DEGC", "Discharge at 1C for 1 hour at 45 degC")]
    [InlineData("Rest for 30 minutes", "Rest for 30 minutes")]
    [InlineData("Rest for 90 min", "Rest for 90 minutes")]
    [InlineData("Rest for 0.5 h", "Rest for 30 minutes")]
    [InlineData("Rest for 12.5 seconds", "Rest for 12.5 s")]
    [InlineData("Rest until 30 degC", "Rest until 30 degC")]
    [InlineData("Rest until 30 °C or for 1 sec at -5°C", "Rest until 30 degC or for 1 s at -5 degC")]
    [InlineData("Rest at 45 degC for 1 minute", "Rest for 1 minute at 45 degC")]
    [InlineData("Drive urban for 2 hours", "Drive urban for 2 hours")]
    [InlineData("drive Highway for 2 hours at 45 degC", "Drive highway for 2 hours at 45 degC")]
    [InlineData("Drive aggressive for 20 min or until 10 %", "Drive aggressive until 10 % or for 20 minutes")]
    [InlineData("Hold 5 MPa", "Hold 5 MPa")]
    [InlineData("hold 3.5mpa at 20 degC", "Hold 3.5 MPa at 20 degC")]
    [InlineData("Release pressure", "Release pressure")]
    [InlineData("Preheat until 30 degC", "Preheat until 30 degC")]
    [InlineData("Preheat until 30 degC or for 1 hour", "Preheat until 30 degC or for 1 hour")]
    public void Every_form_is_read(string sentence, string canonical)
    {
        Assert.Equal(canonical, StepSentence.Parse(sentence).Sentence);
    }

    [Fact]
    public void A_sentence_becomes_the_step_it_says()
    {
        var step = Assert.IsType<ConstantCurrentStep>(StepSentence.Parse("Charge at 3 A until 80 % or until 4.15 V or for 2 hours at 45 degC"));
        Assert.True(step.Charges);
        Assert.Equal(new CurrentRate(3, IsMultipleOfOneC: false), step.Rate);
        Assert.Equal(new StepEnds { Percent = 80, Volt = 4.15, Seconds = 7200 }, step.Ends);
        Assert.Equal(45, step.Ambient);
    }

    [Theory]
    [InlineData("C/4", 1.5)]
    [InlineData("0.5C", 3)]
    [InlineData("2 A", 2)]
    public void A_rate_is_a_current_for_a_pack(string rate, double ampere)
    {
        var step = (ConstantCurrentStep)StepSentence.Parse($"Charge at {rate} for 1 h");
        Assert.Equal(ampere, step.Rate.Ampere(oneC: 6));
    }

    [Fact]
    public void What_a_step_prints_reads_back_to_the_same_step()
    {
        Gen<double?> perhaps(Gen<double> value) => Gen.OneOf(value.Select(number => (double?)number), Gen.Const((double?)null));
        Gen<double> time = Gen.OneOf(Gen.Double[0.01, 1e5], Gen.Int[1, 10_000].Select(minutes => minutes * 60.0), Gen.Int[1, 100].Select(hours => hours * 3600.0));
        Gen<double> celsius = Gen.Double[-60, 150];
        Gen<CurrentRate> rate = Gen.OneOf(
            Gen.Double[0.001, 1000].Select(ampere => new CurrentRate(ampere, false)),
            Gen.Double[0.001, 50].Select(multiple => new CurrentRate(multiple, true)),
            Gen.Int[1, 100].Select(divisor => new CurrentRate(1.0 / divisor, true)));
        Gen<StepEnds> electric = Gen.Select(perhaps(Gen.Double[0.1, 10]), perhaps(Gen.Double[0, 100]), time)
            .Select((volt, percent, seconds) => new StepEnds { Volt = volt, Percent = percent, Seconds = seconds });
        Gen<Step> steps = Gen.OneOf(
            Gen.Select(Gen.Bool, rate, electric).Select((charges, current, ends) => (Step)new ConstantCurrentStep { Charges = charges, Rate = current, Ends = ends }),
            Gen.Select(Gen.Int[0, DriveCycle.All.Count - 1].Select(k => DriveCycle.All[k]), electric).Select((cycle, ends) => (Step)new DriveStep { Cycle = cycle, Ends = ends }),
            Gen.Select(perhaps(celsius), time).Select((until, seconds) => (Step)new RestStep { Ends = new StepEnds { Celsius = until, Seconds = seconds } }),
            Gen.Select(celsius, perhaps(time)).Select((until, seconds) => (Step)new PreheatStep { Ends = new StepEnds { Celsius = until, Seconds = seconds } }),
            Gen.Double[0.001, 100].Select(pressure => (Step)new HoldPressureStep { Megapascal = pressure }),
            Gen.Const((Step)new ReleasePressureStep()));

        Gen.Select(steps, perhaps(celsius)).Select((step, ambient) => step with { Ambient = ambient })
            .Sample(step => Assert.Equal(step, StepSentence.Parse(step.Sentence)));
    }

    [Theory]
    [InlineData("Drive hihgway", "no drive cycle 'hihgway'; known: urban, highway, aggressive (did you mean highway?)")]
    [InlineData("Drive", "names no drive cycle; known: urban, highway, aggressive")]
    [InlineData("Drive urban", "says no time, as in 'Drive urban for 2 hours'")]
    [InlineData("Drive nordschleife for 1 h", "no drive cycle 'nordschleife'; known: urban, highway, aggressive")]
    [InlineData("Chrage at C/4 until 4.2 V", "no step 'Chrage'; known: Charge, Discharge, Rest, Drive, Preheat, Hold, Release, Repeat (did you mean Charge?)")]
    [InlineData("Fly to the moon", "no step 'Fly'; known: Charge, Discharge, Rest, Drive, Preheat, Hold, Release, Repeat")]
    [InlineData("", "an empty step; known: Charge, Discharge, Rest, Drive, Preheat, Hold, Release, Repeat")]
    [InlineData("Charge at C/4", "says no end, as in 'Charge at C/4 until 4.2 V or for 2 hours'")]
    [InlineData("Charge until 4.2 V", "says no current, as in 'Charge at C/4 until 4.2 V or for 2 hours'")]
    [InlineData("Charge at C/4 untill 4.2 V", "'untill' is not understood here; expected at, for, until, as in 'Charge at C/4 until 4.2 V or for 2 hours' (did you mean until?)")]
    [InlineData("Charge at C/4 for 1 h until 4.2 V", "two ends are joined with 'or': or until ...")]
    [InlineData("Charge at C/4 for 1 h oder until 4.2 V", "'oder' is not understood here; expected at, or, as in 'Charge at C/4 until 4.2 V or for 2 hours'")]
    [InlineData("Charge at C/4 until", "ends where a number with a unit belongs")]
    [InlineData("Charge at C/4 until full", "'full' where a number with a unit belongs, e.g. 'C/4', '4.2 V' or '30 minutes'")]
    [InlineData("Charge at C/four until 4.2 V", "'C/four' where a number with a unit belongs, e.g. 'C/4', '4.2 V' or '30 minutes'")]
    [InlineData("Charge at C/0 for 1 h", "C/0 is out of range; expected a C-rate from 0.0001 to 100 C")]
    [InlineData("Charge at -1 A for 1 h", "-1 A is out of range; expected a current from 0.000001 to 10000 A")]
    [InlineData("Charge at 1C at 2C for 1 h", "'at 2 C' is not understood here; 'Charge' takes at most one current and one ambient temperature after 'at'")]
    [InlineData("Charge at C/4 until 42 V", "42 V is out of range; expected a voltage from 0.1 to 10 V")]
    [InlineData("Charge at C/4 until 120 %", "120 % is out of range; expected a state of charge from 0 to 100 %")]
    [InlineData("Charge at C/4 until 4.2", "4.2 has no unit; known: s, min, h, V, A, C, degC, MPa, %")]
    [InlineData("Charge at C/4 until 4.2 Volt", "no unit 'Volt'; known: s, min, h, V, A, C, degC, MPa, %")]
    [InlineData("Charge at C/4 until 2 hours", "'until 2 hours' is written 'for 2 hours'")]
    [InlineData("Charge at C/4 for 4.2 V", "'for 4.2 V' is written 'until 4.2 V'")]
    [InlineData("Charge at C/4 until 30 degC", "'Charge' can't end at 30 degC, but at a voltage or state of charge or time, as in 'Charge at C/4 until 4.2 V or for 2 hours'")]
    [InlineData("Charge at C/4 for 1 h or for 2 h", "a second time, 2 h, to end at")]
    [InlineData("Rest", "says no end, as in 'Rest for 30 minutes'")]
    [InlineData("Rest for 30 minuts", "no unit 'minuts'; known: s, min, h, V, A, C, degC, MPa, % (did you mean minutes?)")]
    [InlineData("Rest for 0 s", "'for 0 s' is no time at all; a step lasts longer")]
    [InlineData("Rest for -5 min", "-5 min is out of range; expected a time from 0 s to 8784 hours")]
    [InlineData("Rest at 1C for 1 h", "'at 1 C' is not understood here; 'Rest' takes at most one ambient temperature after 'at'")]
    [InlineData("Rest for 1 h at 500 degC", "500 degC is out of range; expected a temperature from -60 to 150 degC")]
    [InlineData("Preheat for 1 hour", "says no temperature to reach, as in 'Preheat until 30 degC or for 1 hour'")]
    [InlineData("Hold 4.2 V", "4.2 V where a pressure belongs, as in 'Hold 5 MPa'")]
    [InlineData("Hold 5 MPa for 1 h", "'for' is not understood here; expected at, as in 'Hold 5 MPa'")]
    [InlineData("Release presure", "'presure' where 'pressure' belongs, as in 'Release pressure' (did you mean pressure?)")]
    [InlineData("Release", "ends where 'pressure' belongs, as in 'Release pressure'")]
    [InlineData("Repeat 3 times", "has no steps; end the line with a colon and list them under it, indented")]
    public void A_misspelling_is_told_with_what_would_be_right(string sentence, string problem)
    {
        BadInputException failure = Assert.Throws<BadInputException>(() => StepSentence.Parse(sentence, "commute.yaml:14"));
        Assert.Equal($"commute.yaml:14: '{sentence}': {problem}", failure.Message);
    }

    [Fact]
    public void Nonsense_is_bad_input_and_nothing_worse()
    {
        string[] words = ["Charge", "Discharge", "Rest", "Drive", "urban", "Hold", "Release", "pressure", "Preheat", "Repeat", "at", "for", "until", "or", "C/4", "4.2", "V", "-1", "%", "degC", "h", "C/", "1e400", "MPa", "°"];
        Gen.Int[0, words.Length - 1].Select(k => words[k]).Array[0, 10].Select(chosen => string.Join(' ', chosen)).Sample(sentence =>
        {
            try
            {
                Step step = StepSentence.Parse(sentence);
                Assert.Equal(step, StepSentence.Parse(step.Sentence));
            }
            catch (BadInputException failure)
            {
                Assert.StartsWith($"step: '{sentence}': ", failure.Message);
            }
        });
    }

    [Theory]
    [InlineData("hihgway", "highway")]
    [InlineData("URBN", "urban")]
    [InlineData("agressive", "aggressive")]
    [InlineData("sea", null)]
    [InlineData("u", null)]
    public void The_closest_known_word_is_guessed(string word, string? guess)
    {
        Assert.Equal(guess, Spelling.Closest(word, DriveCycle.All.Select(cycle => cycle.Name)));
    }
}
