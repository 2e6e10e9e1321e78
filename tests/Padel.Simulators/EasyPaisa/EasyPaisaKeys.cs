using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Padel.Simulators.EasyPaisa;

/// <summary>The signatures of the fifth generation: RSA over the compact JSON text, as it was sent.</summary>
internal sealed class EasyPaisaKeys : IDisposable
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true };

    private readonly RSA _own = RSA.Create(2048);

    /// <summary>What merchants verify our answers with.</summary>
    public string PublicKey => _own.ExportSubjectPublicKeyInfoPem();

    public static bool Verifies(string publicKeyPem, string text, string signature)
    {
        if (publicKeyPem.Length == 0 || text.Contains('\n'))
            return false;
        using var key = RSA.Create();
        key.ImportFromPem(publicKeyPem);
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && key.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public string Sign(string text) => Convert.ToBase64String(_own.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>The mistake of signing what was not sent.</summary>
    public string SignPretty(string text) => Sign(JsonSerializer.Serialize(JsonDocument.Parse(text).RootElement, Pretty));

    public void Dispose() => _own.Dispose();
}
