using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Padel.Platform.Data;

namespace Padel.Identity.Keys;

/// <summary>One RSA key pair. The private half leaves this process only sealed with the master key.</summary>
internal sealed class SigningKey
{
    private const int Bits = 2048;
    private const string SealPurpose = "signing-key";

    private SigningKey(string keyId, DateTimeOffset createdAt, RSA rsa)
    {
        CreatedAt = createdAt;
        Signing = new(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true)) { KeyId = keyId }, SecurityAlgorithms.RsaSha256);
        Public = new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)) { KeyId = keyId };
    }

    public DateTimeOffset CreatedAt { get; }

    public SigningCredentials Signing { get; }

    public RsaSecurityKey Public { get; }

    public static (string KeyId, string Sealed) Generate(MasterKey master)
    {
        using var rsa = RSA.Create(Bits);
        return (Guid.CreateVersion7().ToString("N"), master.Seal(SealPurpose, Convert.ToBase64String(rsa.ExportPkcs8PrivateKey())));
    }

    public static SigningKey Open(string keyId, string sealedKey, DateTimeOffset createdAt, MasterKey master)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(master.Open(SealPurpose, sealedKey)), out _);
        return new SigningKey(keyId, createdAt, rsa);
    }
}
