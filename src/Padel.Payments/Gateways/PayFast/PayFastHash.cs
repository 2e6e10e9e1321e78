using System.Security.Cryptography;
using System.Text;

namespace Padel.Payments.Gateways.PayFast;

/// <summary>
/// <c>validation_hash</c>: SHA-256 of basket, secured key, merchant and code with bars between. It covers neither amount nor transaction: a
/// success can be replayed for its own basket, and the amount is compared with what we asked for.
/// </summary>
internal static class PayFastHash
{
    public static string Of(string basketId, string securedKey, string merchantId, string code) =>
        Convert.ToHexStringLower(Digest(basketId, securedKey, merchantId, code));

    public static bool Matches(string? hash, string basketId, string securedKey, string merchantId, string code) =>
        FixedTime.IsHexOf(hash, Digest(basketId, securedKey, merchantId, code));

    private static byte[] Digest(params string[] parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts)));
}
