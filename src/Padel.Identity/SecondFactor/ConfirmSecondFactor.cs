using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Accounts;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.SecondFactor;

internal sealed record OtpRequest(string? Otp);

/// <summary>The recovery codes, shown once, and a token that says this session has the second factor.</summary>
internal sealed record SecondFactorConfirmed(IReadOnlyList<string> RecoveryCodes, string AccessToken, int ExpiresInSeconds);

/// <summary>The first code of the app proves that it works: from now on it is asked at every sign-in.</summary>
internal sealed class ConfirmSecondFactor(IdentityWork work, SessionDesk sessions, SecondFactorDesk secondFactors)
{
    public static async Task<Results<Ok<SecondFactorConfirmed>, Problem>> Handle(
        OtpRequest request, Caller caller, ConfirmSecondFactor confirm, TokenIssuer issuer, HttpContext http)
    {
        if (string.IsNullOrWhiteSpace(request.Otp))
            return new Problem(Inputs.OtpMissing);
        var result = await confirm.Run(caller, request.Otp, http.RequestAborted);
        if (!result.IsSuccess)
            return new Problem(result.Error);
        http.Response.Headers.CacheControl = "no-store";
        var token = await issuer.Issue(result.Value.User, caller.SessionId, secondFactor: true, http.RequestAborted);
        return TypedResults.Ok(new SecondFactorConfirmed(result.Value.Codes, token, TokenIssuer.LifetimeSeconds));
    }

    private async Task<Result<(User User, IReadOnlyList<string> Codes)>> Run(Caller caller, string otp, CancellationToken cancellation)
    {
        if (await secondFactors.Check(caller.UserId, otp, confirmed: false, cancellation) is { } refusal)
            return refusal;
        return await work.Run<(User, IReadOnlyList<string>)>(async transaction =>
        {
            if (!await sessions.IsAlive(transaction, caller.UserId, caller.SessionId))
                return IdentityErrors.SessionEnded;
            var codes = await secondFactors.Confirm(transaction, caller.UserId);
            await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
                "update sessions set second_factor = true where session_id = @SessionId", new { caller.SessionId }, transaction);
            return (await UserStore.Get(transaction.Connection!, caller.UserId, transaction), codes);
        }, cancellation);
    }
}
