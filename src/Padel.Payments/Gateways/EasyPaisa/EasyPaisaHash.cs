using System.Security.Cryptography;
using System.Text;

namespace Padel.Payments.Gateways.EasyPaisa;

/// <summary>
/// <c>merchantHashedReq</c> of the hosted page: the non-empty fields that are posted, by name, <c>name=value</c> joined with ampersands, not
/// URL-encoded; AES-128 in ECB mode with the portal's sixteen characters as key. The vendor's choice of mode; nothing that comes back is signed.
/// </summary>
internal static class EasyPaisaHash
{
    public const string Field = "merchantHashedReq";

    public static string Of(string key, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var aes = Aes.Create();
        aes.Key = Encoding.ASCII.GetBytes(key);
        return Convert.ToBase64String(aes.EncryptEcb(Encoding.UTF8.GetBytes(TextOf(fields)), PaddingMode.PKCS7));
    }

    public static string TextOf(IEnumerable<KeyValuePair<string, string>> fields) => string.Join('&',
        fields.Where(field => field.Value.Length > 0 && field.Key != Field).OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}"));
}
