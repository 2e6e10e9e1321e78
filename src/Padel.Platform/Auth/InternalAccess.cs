using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Padel.Platform.Data;

namespace Padel.Platform.Auth;

/// <summary>Calls between our own processes carry a secret that comes from the master key they share. The ingress keeps <c>/internal</c> to itself besides.</summary>
public sealed class InternalAccess(MasterKey key)
{
    public const string Header = "X-Padel-Internal";

    public string Secret { get; } = Convert.ToHexStringLower(key.Derive("internal-calls"));

    public bool Allows(HttpContext http) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers[Header].ToString()), Encoding.UTF8.GetBytes(Secret));
}
