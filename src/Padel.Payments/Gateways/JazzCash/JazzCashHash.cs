namespace Padel.Payments.Gateways.JazzCash;

/// <summary>
/// The secure hash: values of all non-empty <c>pp…</c> fields but the hash itself, in ordinal order of their names as sent, joined with
/// ampersands behind the integrity salt; HMAC-SHA256 with that salt. Only values are signed, not names: see <see cref="JazzCashNotification"/>.
/// </summary>
internal static class JazzCashHash
{
    public const string Field = "pp_SecureHash";
    private const string Prefix = "pp";

    public static string Of(string salt, IEnumerable<KeyValuePair<string, string?>> fields) =>
        Convert.ToHexString(FixedTime.HmacSha256(salt, TextOf(salt, fields)));

    public static bool Matches(string salt, Fields received) =>
        FixedTime.IsHexOf(received[Field], FixedTime.HmacSha256(salt, TextOf(salt, received.All)));

    public static string TextOf(string salt, IEnumerable<KeyValuePair<string, string?>> fields) =>
        string.Join('&', fields.Where(IsSigned).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Value).Prepend(salt));

    private static bool IsSigned(KeyValuePair<string, string?> field) =>
        !string.IsNullOrEmpty(field.Value) && field.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !field.Key.Equals(Field, StringComparison.OrdinalIgnoreCase);
}
