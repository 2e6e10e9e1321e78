using System.Text;

namespace Padel.Identity.SecondFactor;

/// <summary>RFC 4648 base32 without padding, as authenticator apps take secrets.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerCharacter = 5;
    private const int BitsPerByte = 8;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << BitsPerByte) | value;
            bits += BitsPerByte;
            while (bits >= BitsPerCharacter)
            {
                bits -= BitsPerCharacter;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(buffer << (BitsPerCharacter - bits)) & 31]).ToString();
    }

    /// <exception cref="FormatException">A character is none of the alphabet.</exception>
    public static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var character in text.ToUpperInvariant().Where(c => c is not ('=' or ' ')))
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
                throw new FormatException($"'{character}' is not base32.");
            buffer = (buffer << BitsPerCharacter) | value;
            bits += BitsPerCharacter;
            if (bits < BitsPerByte)
                continue;
            bits -= BitsPerByte;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
