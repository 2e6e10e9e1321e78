using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;
using Padel.Platform.Auth;

namespace Padel.Identity.Keys;

internal sealed record PublicKey(string Kty, string Use, string Alg, string Kid, string N, string E);

internal sealed record PublicKeySet(IReadOnlyList<PublicKey> Keys);

/// <summary>The public halves (RFC 7517), for services in other processes and for whoever checks our tokens.</summary>
internal static class PublishKeys
{
    private const string CachedForAMinute = "public, max-age=60";

    public static async Task<Ok<PublicKeySet>> Handle(KeyRing ring, HttpContext http, CancellationToken cancellation)
    {
        var keys = await ring.Public(wantedKeyId: null, cancellation);
        http.Response.Headers.CacheControl = CachedForAMinute;
        return TypedResults.Ok(new PublicKeySet([.. keys.Select(Describe)]));
    }

    private static PublicKey Describe(RsaSecurityKey key) =>
        new("RSA", "sig", TokenFormat.Algorithm, key.KeyId,
            Base64UrlEncoder.Encode(key.Parameters.Modulus), Base64UrlEncoder.Encode(key.Parameters.Exponent));
}
