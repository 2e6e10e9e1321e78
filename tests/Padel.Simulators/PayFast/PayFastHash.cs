using System.Security.Cryptography;
using System.Text;

namespace Padel.Simulators.PayFast;

/// <summary>validation_hash: a plain SHA-256 over basket, secured key, merchant and code. The amount is not in it.</summary>
internal static class PayFastHash
{
    public static string Of(string basket, string securedKey, string merchantId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{basket}|{securedKey}|{merchantId}|{code}")));
}
