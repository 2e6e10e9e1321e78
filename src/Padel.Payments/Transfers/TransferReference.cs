using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Padel.Payments.Transfers;

/// <summary>
/// What a player writes on a bank transfer: 8 characters, of which the last checks the others. There are 23 characters, none of which looks
/// like another one. The weights are all different and 23 is prime, so one wrong character, or any two that changed places, never passes.
/// </summary>
internal static partial class TransferReference
{
    public const int Length = 8;
    public const string Alphabet = "23456789ACDEFHJKMNPRTWX";

    public static string New()
    {
        Span<char> characters = stackalloc char[Length];
        var sum = 0;
        for (var place = 0; place < Length - 1; place++)
        {
            var value = RandomNumberGenerator.GetInt32(Alphabet.Length);
            characters[place] = Alphabet[value];
            sum += Weight(place) * value;
        }

        characters[^1] = Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length]; // its weight is 1
        return new string(characters);
    }

    public static bool IsValid(string reference) =>
        reference.Length == Length && reference.All(c => Alphabet.Contains(c)) && Sum(reference) % Alphabet.Length == 0;

    /// <summary>
    /// Everything in a bank's line that could be a reference: in any case, with spaces or dashes inside, stuck to other letters, and with what
    /// people write for characters that do not exist here (Z for 2).
    /// </summary>
    public static IReadOnlyList<string> FindIn(string text)
    {
        var words = Words().Matches(text.ToUpperInvariant()).Select(match => new string([.. match.Value.Select(AsOurs)])).ToList();
        var found = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            // A word, or a word that was cut into pieces.
            var joined = "";
            for (var j = i; j < words.Count && joined.Length < Length; j++)
            {
                joined += words[j];
                if (j == i || joined.Length == Length)
                    found.AddRange(Enumerable.Range(0, Math.Max(0, joined.Length - Length + 1)).Select(start => joined.Substring(start, Length)).Where(IsValid));
            }
        }

        return [.. found.Distinct()];
    }

    private static int Sum(string reference) => reference.Select((c, place) => Weight(place) * Alphabet.IndexOf(c, StringComparison.Ordinal)).Sum();

    private static int Weight(int place) => Length - place;

    private static char AsOurs(char c) => c switch { 'Z' => '2', 'S' => '5', 'G' => '6', 'B' => '8', _ => c };

    [GeneratedRegex("[A-Z0-9]+")]
    private static partial Regex Words();
}
