using System.Security.Cryptography;
using System.Text;

namespace Padel.Simulators.EasyPaisa;

/// <summary>merchantHashedReq: the non-empty posted fields by name, joined as name=value without URL encoding, AES-128 in ECB mode, Base64.</summary>
internal static class EasyPaisaHash
{
    public const string Field = "merchantHashedReq";

    public static string Of(string key, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = string.Join('&', fields
            .Where(field => field.Key != Field && field.Value.Length > 0)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}"));
        using var aes = Aes.Create();
        aes.Key = Encoding.ASCII.GetBytes(key);
        return Convert.ToBase64String(aes.EncryptEcb(Encoding.UTF8.GetBytes(text), PaddingMode.PKCS7));
    }
}
