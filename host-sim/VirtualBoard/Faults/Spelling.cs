using System;
using System.Collections.Generic;

namespace Bms.VirtualBoard.Faults;

/// <summary>What a mistyped word was probably meant to be.</summary>
internal static class Spelling
{
    /// <summary><c>known: a, b, c (did you mean b?)</c></summary>
    internal static string Known(string word, IReadOnlyCollection<string> known)
    {
        string list = "known: " + string.Join(", ", known);
        string? closest = null;
        int fewest = 1 + (word.Length / 3);
        foreach (string candidate in known)
        {
            int edits = Edits(word, candidate);
            if (edits < fewest)
            {
                (closest, fewest) = (candidate, edits);
            }
        }

        return closest is null ? list : $"{list} (did you mean {closest}?)";
    }

    // Levenshtein distance without regard to upper and lower case, in one row.
    private static int Edits(string a, string b)
    {
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
