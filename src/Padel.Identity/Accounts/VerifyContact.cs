using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Codes;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.Accounts;

internal sealed record VerificationRequest(string? Identifier, string? Code);

/// <summary>The profile, with a fresh access token: the old one still says the contact is unproven.</summary>
internal sealed record Verified(string AccessToken, int ExpiresInSeconds, Profile Me);

/// <summary>
/// Proves a contact of the signed-in account. What waited for it (a hold paid at the club, a record made at the desk) follows by event.
/// </summary>
internal sealed class VerifyContact(IdentityWork work, CodeDesk codes, SessionDesk sessions)
{
    public static async Task<Results<Ok<Verified>, Problem>> Handle(
        VerificationRequest request, Caller caller, VerifyContact verify, TokenIssuer issuer, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (!Contact.TryParse(request.Identifier, out var contact))
            return new Problem(Inputs.BadIdentifier);
        if (string.IsNullOrWhiteSpace(request.Code))
            return new Problem(Inputs.CodeMissing);
        var result = await verify.Run(caller, contact, request.Code, cancellation);
        if (!result.IsSuccess)
            return new Problem(result.Error);

        http.Response.Headers.CacheControl = "no-store";
        var token = await issuer.Issue(result.Value.User, caller.SessionId, caller.SecondFactor, cancellation);
        return TypedResults.Ok(new Verified(token, TokenIssuer.LifetimeSeconds, result.Value.Profile));
    }

    private async Task<Result<(User User, Profile Profile)>> Run(Caller caller, Contact contact, string code, CancellationToken cancellation)
    {
        if (await codes.Try(contact, CodePurpose.SignIn, code, cancellation) is not { } codeId)
            return IdentityErrors.BadCode;
        return await work.Run<(User, Profile)>(async transaction =>
        {
            var connection = transaction.Connection!; // a transaction in use has its connection
            if (!await sessions.IsAlive(transaction, caller.UserId, caller.SessionId))
                return IdentityErrors.SessionEnded;
            await ProveContact.Lock(transaction, contact);
            var user = await UserStore.Get(connection, caller.UserId, transaction);
            if (!user.MayProve(contact))
                return IdentityErrors.ContactNotYours;
            if (!await codes.Use(transaction, codeId))
                return IdentityErrors.BadCode;

            var proved = await ProveContact.For(transaction, user, contact, work.Now);
            return proved.IsSuccess ? (proved.Value, await Profile.Of(connection, proved.Value, transaction)) : proved.Error;
        }, cancellation);
    }
}
