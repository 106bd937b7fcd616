using Xunit;

namespace Bms.Profiles.Tests;

public class SpellingTests
{
    private static readonly string[] _cycles = ["urban", "highway", "aggressive"];

    [Theory]
    [InlineData("hihgway", " (did you mean highway?)")]
    [InlineData("URBAN", " (did you mean urban?)")]
    [InlineData("agressive", " (did you mean aggressive?)")]
    [InlineData("aggr", " (did you mean aggressive?)")]
    [InlineData("motorway", "")]
    [InlineData("", "")]
    public void Nearest_known_word_is_offered_if_it_is_near(string word, string offer) => Assert.Equal(offer, Spelling.Suggest(word, _cycles));

    [Fact]
    public void Nothing_known_offers_nothing() => Assert.Equal(string.Empty, Spelling.Suggest("urban", []));
}
