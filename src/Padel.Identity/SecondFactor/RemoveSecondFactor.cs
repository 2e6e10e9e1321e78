using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Padel.Identity.Accounts;
using Padel.Identity.Sessions;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.SecondFactor;

/// <summary>Takes the second factor away, against one more of its codes. All sessions count as signed in without it from their next token on.</summary>
internal static class RemoveSecondFactor
{
    public static async Task<Results<NoContent, Problem>> Handle(
        [FromBody] OtpRequest request, Caller caller, IdentityWork work, SecondFactorDesk secondFactors, SessionDesk sessions)
    {
        if (string.IsNullOrWhiteSpace(request.Otp))
            return new Problem(Inputs.OtpMissing);
        if (!await IsSet(caller, work))
            return new Problem(IdentityErrors.SecondFactorNotSet);
        // Past a right code it must happen: the code is used up.
        var cancellation = CancellationToken.None;
        if (await secondFactors.Check(caller.UserId, request.Otp, confirmed: true, cancellation) is { } refusal)
            return new Problem(refusal);
        var result = await work.Run<bool>(async transaction =>
        {
            if (!await sessions.IsAlive(transaction, caller.UserId, caller.SessionId))
                return IdentityErrors.SessionEnded;
            await SecondFactorDesk.Remove(transaction, caller.UserId);
            return true;
        }, cancellation);
        return result.IsSuccess ? TypedResults.NoContent() : new Problem(result.Error);
    }

    private static async Task<bool> IsSet(Caller caller, IdentityWork work)
    {
        await using var connection = await work.Open(CancellationToken.None);
        return (await UserStore.Get(connection, caller.UserId)).SecondFactor;
    }
}
