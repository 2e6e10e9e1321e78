using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Padel.Payments.Gateways.EasyPaisa;

/// <summary>
/// The signed REST v5: RSA with SHA-256 (PKCS#1 v1.5) over the JSON text exactly as it stands in the message, ours compact in the order sent,
/// theirs as received and never written anew.
/// </summary>
internal static class EasyPaisaSignature
{
    public static byte[] Wrap(string request, string privateKeyPem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(privateKeyPem);
        var signature = key.SignData(Encoding.UTF8.GetBytes(request), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Encoding.UTF8.GetBytes($$"""{"request":{{request}},"signature":"{{Convert.ToBase64String(signature)}}"}""");
    }

    /// <summary>The bytes of <c>response</c> when its signature is right; otherwise null.</summary>
    public static ReadOnlyMemory<byte>? Unwrap(ReadOnlyMemory<byte> body, string publicKeyPem) =>
        Split(body) is { Response: { } response, Signature: { } signature } && Verifies(response.Span, signature, publicKeyPem)
            ? response : (ReadOnlyMemory<byte>?)null; // a bare null would become empty bytes

    public static bool Verifies(ReadOnlySpan<byte> signed, string signature, string publicKeyPem)
    {
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length))
            return false;
        using var key = RSA.Create();
        key.ImportFromPem(publicKeyPem);
        return key.VerifyData(signed, bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static (ReadOnlyMemory<byte>? Response, string? Signature) Split(ReadOnlyMemory<byte> body)
    {
        ReadOnlyMemory<byte>? response = null;
        string? signature = null;
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                    continue;
                var name = reader.GetString();
                reader.Read();
                var begin = (int)reader.TokenStartIndex;
                if (name == "signature" && reader.TokenType == JsonTokenType.String)
                    signature = reader.GetString();
                reader.Skip();
                if (name == "response")
                    response = body[begin..(int)reader.BytesConsumed];
            }
        }
        catch (JsonException)
        {
            return (null, null);
        }

        return (response, signature);
    }
}
