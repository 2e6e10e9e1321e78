using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Identity.Accounts;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.Sessions;

/// <summary>Who, and the proof: a password or a code. Name and consent are for those whose code signs them up.</summary>
internal sealed record SignInRequest(string? Identifier, string? Password, string? Code, string? Name, JsonElement? Consent);

/// <summary>Signs in by password or by code; a code for a contact that nobody has proved signs up.</summary>
internal static class SignIn
{
    public static async Task<Results<Created<Tokens>, Problem>> Handle(
        SignInRequest request, HttpContext http, SignInByPassword byPassword, SignInByCode byCode, TokenDelivery tokens)
    {
        var cancellation = http.RequestAborted;
        if (!Contact.TryParse(request.Identifier, out var contact))
            return new Problem(Inputs.BadIdentifier);

        Result<SignInOutcome> outcome = (request.Password, request.Code) switch
        {
            ({ Length: > 0 } password, null or "") => await byPassword.Run(contact, password, DeviceName.Of(http), cancellation),
            (null or "", { Length: > 0 } code) => await byCode.Run(new CodeSignIn(contact, code, request.Name, request.Consent), DeviceName.Of(http), cancellation),
            _ => RequestErrors.Invalid(("password", "Send either the password or the code.")),
        };
        return await Answer(http, outcome, tokens, cancellation);
    }

    /// <summary>The session, or the problem; a second factor still to be given is one, too.</summary>
    public static async Task<Results<Created<Tokens>, Problem>> Answer(
        HttpContext http, Result<SignInOutcome> outcome, TokenDelivery tokens, CancellationToken cancellation)
    {
        if (!outcome.IsSuccess)
            return new Problem(outcome.Error);
        if (outcome.Value.Session is not { } session)
            return new Problem(outcome.Value.AsError());
        var answer = await tokens.Give(http, session, TokenDelivery.WantsBody(http), cancellation);
        return TypedResults.Created("/api/v1/me", answer);
    }
}
