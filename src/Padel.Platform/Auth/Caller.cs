using Microsoft.AspNetCore.Http;

namespace Padel.Platform.Auth;

/// <summary>
/// Who is calling, from a token we signed: never from anything else the client sends. Bound by minimal APIs;
/// nullable on routes that anyone may call.
/// </summary>
/// <param name="UserId">The account, and the person's <c>playerId</c>: they are one.</param>
public sealed record Caller(
    Guid UserId, Guid SessionId, string Name, string? Phone, bool PhoneVerified, string? Email, bool EmailVerified, bool SecondFactor)
{
    public bool ContactVerified => PhoneVerified || EmailVerified;

    public static ValueTask<Caller?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));

    public static Caller? Of(HttpContext http) => http.Items.TryGetValue(typeof(Caller), out var caller) ? (Caller?)caller : null;
}
