using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Accounts;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.SecondFactor;

internal sealed record SecondFactorRequest(string? Challenge, string? Otp);

/// <summary>The second half of a sign-in: the challenge from the first, and a code of the app or a recovery code.</summary>
internal sealed class PassSecondFactor(IdentityWork work, ChallengeDesk challenges, SecondFactorDesk secondFactors, SessionDesk sessions)
{
    public static async Task<Results<Created<Tokens>, Problem>> Handle(
        SecondFactorRequest request, HttpContext http, PassSecondFactor pass, TokenDelivery tokens, CancellationToken cancellation)
    {
        if (request.Challenge is not { Length: > 0 and <= Secret.MaxLength })
            return new Problem(RequestErrors.Invalid(("challenge", "The challenge of the sign-in.")));
        if (string.IsNullOrWhiteSpace(request.Otp))
            return new Problem(Inputs.OtpMissing);
        var outcome = await pass.Run(request.Challenge, request.Otp, DeviceName.Of(http), cancellation);
        return await SignIn.Answer(http, outcome, tokens, cancellation);
    }

    private async Task<Result<SignInOutcome>> Run(string challenge, string otp, string device, CancellationToken cancellation)
    {
        if (await challenges.Try(challenge, cancellation) is not { } userId)
            return IdentityErrors.ChallengeExpired;
        if (await secondFactors.Check(userId, otp, confirmed: true, cancellation) is { } refusal)
            return refusal;
        return await work.Run<SignInOutcome>(async transaction =>
        {
            if (!await challenges.Use(transaction, challenge))
                return IdentityErrors.ChallengeExpired;
            var user = await UserStore.Get(transaction.Connection!, userId, transaction); // a transaction in use has its connection
            return SignInOutcome.Of(await sessions.Open(transaction, user, device, secondFactor: true));
        }, cancellation);
    }
}
