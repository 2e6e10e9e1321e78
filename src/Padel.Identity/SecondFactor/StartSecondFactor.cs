using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Accounts;
using Padel.Identity.Sessions;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.SecondFactor;

/// <summary>Shown once: as a QR code (the URI) or to be typed (the secret).</summary>
internal sealed record SecondFactorSetup(string Secret, string OtpauthUri);

/// <summary>Starts setting up an authenticator app. Nothing is asked at sign-in until the first code has come back.</summary>
internal static class StartSecondFactor
{
    public static async Task<Results<Ok<SecondFactorSetup>, Problem>> Handle(
        Caller caller, IdentityWork work, SessionDesk sessions, SecondFactorDesk secondFactors, HttpContext http)
    {
        var result = await work.Run<SecondFactorSetup>(async transaction =>
        {
            if (!await sessions.IsAlive(transaction, caller.UserId, caller.SessionId))
                return IdentityErrors.SessionEnded;
            var user = await UserStore.Get(transaction.Connection!, caller.UserId, transaction); // a transaction in use has its connection
            var secret = await secondFactors.Start(transaction, caller.UserId, RandomNumberGenerator.GetBytes(Totp.SecretBytes));
            if (secret is null)
                return IdentityErrors.SecondFactorSet;
            return new SecondFactorSetup(secret, Totp.Uri(secret, user.Email ?? user.Phone ?? user.Name));
        }, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }
}
