using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Padel.Platform.Web;

/// <summary>The random word that this answer's own scripts and styles carry, new for every request.</summary>
public static class CspNonce
{
    private const int Bytes = 16;

    public static string Of(HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(CspNonce), out var known) && known is string nonce)
            return nonce;
        nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        http.Items[typeof(CspNonce)] = nonce;
        return nonce;
    }
}
