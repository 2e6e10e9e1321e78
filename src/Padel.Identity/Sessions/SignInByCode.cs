using System.Text.Json;
using Microsoft.Extensions.Options;
using Padel.Identity.Accounts;
using Padel.Identity.Codes;
using Padel.Identity.SecondFactor;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.Sessions;

internal sealed record CodeSignIn(Contact Contact, string Code, string? Name, JsonElement? Consent);

/// <summary>A right code proves the contact: it signs in who has proved it before, and signs up whoever is new.</summary>
internal sealed class SignInByCode(
    IdentityWork work, CodeDesk codes, ChallengeDesk challenges, ContactOwner owner, IOptions<IdentityOptions> options)
{
    public async Task<Result<SignInOutcome>> Run(CodeSignIn request, string device, CancellationToken cancellation)
    {
        var name = "";
        if (!string.IsNullOrWhiteSpace(request.Name) && !PersonName.TryRead(request.Name, out name))
            return RequestErrors.Invalid(("name", PersonName.Rule));
        if (await codes.Try(request.Contact, CodePurpose.SignIn, request.Code, cancellation) is not { } codeId)
            return IdentityErrors.BadCredentials;

        var consent = Consent.Read(request.Consent, options.Value.ConsentVersion);
        return await work.Run<SignInOutcome>(async transaction =>
        {
            await ProveContact.Lock(transaction, request.Contact);
            if (!await codes.Use(transaction, codeId))
                return IdentityErrors.BadCredentials;
            var user = await owner.FindOrMake(transaction, request.Contact, name, consent);
            return user.IsSuccess ? await challenges.Pass(transaction, user.Value, device) : user.Error;
        }, cancellation);
    }
}
