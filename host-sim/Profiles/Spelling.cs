using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Profiles;

/// <summary>What a person probably meant who wrote a word that is not known.</summary>
public static class Spelling
{
    /// <summary>The known word nearest to <paramref name="word"/> as <c> (did you mean X?)</c>, or nothing if none is near.</summary>
    /// <remarks>Near is a word that goes on where this one ends, or an edit distance of at most a third of the longer word; upper
    /// and lower case are alike.</remarks>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        string? meant = known.FirstOrDefault(candidate => word.Length > 0 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            ?? known.Where(candidate => Distance(word, candidate) <= Math.Max(word.Length, candidate.Length) / 3).MinBy(candidate => Distance(word, candidate));
        return meant is null ? string.Empty : $" (did you mean {meant}?)";
    }

    /// <summary>Levenshtein distance without regard to case.</summary>
    private static int Distance(string left, string right)
    {
        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        foreach (char character in left)
        {
            int[] row = new int[above.Length];
            row[0] = above[0] + 1;
            for (int k = 1; k < row.Length; k++)
            {
                int replaced = above[k - 1] + (char.ToUpperInvariant(character) == char.ToUpperInvariant(right[k - 1]) ? 0 : 1);
                row[k] = Math.Min(replaced, Math.Min(above[k], row[k - 1]) + 1);
            }

            above = row;
        }

        return above[^1];
    }
}
