using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Codes;
using Padel.Identity.SecondFactor;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.Accounts;

internal sealed record PasswordResetRequest(string? Identifier, string? Code, string? Password);

/// <summary>A new password against a code. All sessions end, the lock on the old password is lifted, and the person is signed in.</summary>
internal sealed class ResetPassword(
    IdentityWork work, CodeDesk codes, SessionDesk sessions, ChallengeDesk challenges, FailureLock failures)
{
    public static async Task<Results<Ok<Tokens>, Problem>> Handle(
        PasswordResetRequest request, HttpContext http, ResetPassword reset, Passwords passwords, TokenDelivery tokens)
    {
        if (!Contact.TryParse(request.Identifier, out var contact))
            return new Problem(Inputs.BadIdentifier);
        if (string.IsNullOrWhiteSpace(request.Code))
            return new Problem(Inputs.CodeMissing);
        if (Passwords.Weakness(request.Password ?? "", contact.Value) is { } weakness)
            return new Problem(RequestErrors.Invalid(("password", weakness)));

        var hash = await passwords.Hash(request.Password!, http.RequestAborted); // null is too weak
        var outcome = await reset.Run(contact, request.Code, hash, DeviceName.Of(http), http.RequestAborted);
        if (!outcome.IsSuccess)
            return new Problem(outcome.Error);
        if (outcome.Value.Session is not { } session)
            return new Problem(outcome.Value.AsError());
        return TypedResults.Ok(await tokens.Give(http, session, TokenDelivery.WantsBody(http), http.RequestAborted));
    }

    private async Task<Result<SignInOutcome>> Run(Contact contact, string code, string hash, string device, CancellationToken cancellation)
    {
        if (await codes.Try(contact, CodePurpose.PasswordReset, code, cancellation) is not { } codeId)
            return IdentityErrors.BadCode;
        var outcome = await work.Run<SignInOutcome>(async transaction =>
        {
            var user = await UserStore.Holder(transaction.Connection!, contact, transaction); // a transaction in use has its connection
            if (user is null || !await codes.Use(transaction, codeId))
                return IdentityErrors.BadCode;
            await ChangePassword.Store(transaction, user.UserId, hash);
            await sessions.EndAll(transaction, user.UserId, except: null);
            return await challenges.Pass(transaction, user, device);
        }, cancellation);
        if (outcome.IsSuccess)
            await failures.Forget(FailureLock.Password(contact), cancellation);
        return outcome;
    }
}
