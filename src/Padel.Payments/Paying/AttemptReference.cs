using System.Security.Cryptography;

namespace Padel.Payments.Paying;

/// <summary>
/// Our own name of an attempt, as gateways know it: a letter, the moment and chance in base 32, 18 characters. Later ones sort later; the
/// first letter says that it is ours at the vendor's help desk too.
/// </summary>
internal static class AttemptReference
{
    public const int Length = 18;

    // Crockford's: in ASCII order, without I, L, O and U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const char Prefix = 'P';
    private const int TimeCharacters = 9;
    private const int BitsPerCharacter = 5;

    public static string New(DateTimeOffset now)
    {
        Span<char> text = stackalloc char[Length];
        text[0] = Prefix;
        var moment = now.ToUnixTimeMilliseconds();
        for (var place = TimeCharacters; place > 0; place--)
        {
            text[place] = Alphabet[(int)(moment & (Alphabet.Length - 1))];
            moment >>= BitsPerCharacter;
        }

        RandomNumberGenerator.GetItems<char>(Alphabet, text[(TimeCharacters + 1)..]);
        return new string(text);
    }
}
