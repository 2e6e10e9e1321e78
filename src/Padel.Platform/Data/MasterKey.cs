using System.Security.Cryptography;
using System.Text;

namespace Padel.Platform.Data;

/// <summary>
/// The one secret of an installation: 32 bytes from a file. From it come the passwords of the services' database roles and the key
/// that seals signing keys, second factors and codes. Processes that share a database share the file.
/// </summary>
public sealed class MasterKey
{
    public const int LengthBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key;

    /// <exception cref="ArgumentException">The key does not have 32 bytes.</exception>
    public MasterKey(byte[] key)
    {
        if (key.Length != LengthBytes)
            throw new ArgumentException($"The master key must have {LengthBytes} bytes, not {key.Length}.", nameof(key));
        _key = key;
    }

    public static byte[] Generate() => RandomNumberGenerator.GetBytes(LengthBytes);

    /// <summary>A secret for one purpose, the same every time (HKDF, RFC 5869).</summary>
    public byte[] Derive(string purpose, int bytes = 32) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, bytes, info: Encoding.UTF8.GetBytes(purpose));

    public string DerivePassword(string role) => Convert.ToHexStringLower(Derive("database-role:" + role));

    /// <summary>Seals a text (AES-256-GCM); only a holder of the key, naming the same purpose, can open it.</summary>
    public string Seal(string purpose, string text)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        nonce.CopyTo(sealedBytes, 0);
        using var aes = new AesGcm(Derive("seal:" + purpose), TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length));
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="CryptographicException">Sealed with another key or for another purpose, or tampered with.</exception>
    public string Open(string purpose, string sealedText)
    {
        var bytes = Convert.FromBase64String(sealedText);
        if (bytes.Length < NonceBytes + TagBytes)
            throw new CryptographicException("The sealed text is too short.");
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(Derive("seal:" + purpose), TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
