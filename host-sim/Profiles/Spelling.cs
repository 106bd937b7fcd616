using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Profiles;

/// <summary>Guesses which known word a mistyped one was meant to be.</summary>
public static class Spelling
{
    /// <summary>
    /// A known word that goes on where this one ends; or else the one that needs the fewest inserted, dropped, changed or swapped
    /// letters, in any case of letters, if these are at most a third of the word (but one is always forgiven in a word of
    /// three letters or more); otherwise null.
    /// </summary>
    public static string? Closest(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        string? closest = null;
        int fewest = word.Length < 3 ? 0 : Math.Max(1, word.Length / 3);
        if (word.Length >= 3 && known.FirstOrDefault(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is string longer)
        {
            return longer;
        }

        foreach (string candidate in known)
        {
            int edits = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (edits <= fewest && (closest is null || edits < fewest))
            {
                (closest, fewest) = (candidate, edits);
            }
        }

        return closest;
    }

    /// <summary>The end of a message: <c> (did you mean highway?)</c>, or nothing if no known word is close.</summary>
    public static string Suggest(string word, IEnumerable<string> known) => Closest(word, known) is string guess ? $" (did you mean {guess}?)" : string.Empty;

    /// <summary>What a message says of a word that nobody knows: <c>known: urban, highway (did you mean highway?)</c>.</summary>
    public static string Known(string word, IReadOnlyCollection<string> known) => $"known: {string.Join(", ", known)}{Suggest(word, known)}";

    // Damerau-Levenshtein, optimal string alignment, in three rows.
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
