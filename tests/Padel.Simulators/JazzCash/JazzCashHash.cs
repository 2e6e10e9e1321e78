using System.Security.Cryptography;
using System.Text;

namespace Padel.Simulators.JazzCash;

/// <summary>The secure hash: values of the non-empty pp fields in the order of their names, the salt in front, HMAC-SHA256 by the salt, upper-case hex.</summary>
internal static class JazzCashHash
{
    public const string Field = "pp_SecureHash";

    public static string Of(string salt, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var values = fields
            .Where(field => field.Key.StartsWith("pp", StringComparison.Ordinal) && field.Key != Field && field.Value.Length > 0)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => field.Value)
            .Prepend(salt);
        return Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(string.Join('&', values))));
    }

    public static bool Fits(string salt, IReadOnlyDictionary<string, string> fields) =>
        string.Equals(Of(salt, fields), fields.GetValueOrDefault(Field), StringComparison.OrdinalIgnoreCase);

    public static Dictionary<string, string> Signed(string salt, Dictionary<string, string> fields)
    {
        fields[Field] = Of(salt, fields);
        return fields;
    }
}
