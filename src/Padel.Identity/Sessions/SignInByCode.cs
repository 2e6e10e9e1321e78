using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using Padel.Identity.Accounts;
using Padel.Identity.Codes;
using Padel.Identity.SecondFactor;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.Sessions;

internal sealed record CodeSignIn(Contact Contact, string Code, string? Name, JsonElement? Consent);

/// <summary>A right code proves the contact: it signs in who has proved it before, and signs up whoever is new.</summary>
internal sealed class SignInByCode(
    IdentityWork work, CodeDesk codes, ChallengeDesk challenges, SessionDesk sessions, IOptions<IdentityOptions> options)
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
            var user = await Owner(transaction, request.Contact, name, consent);
            return user.IsSuccess ? await challenges.Pass(transaction, user.Value, device) : user.Error;
        }, cancellation);
    }

    private async Task<Result<User>> Owner(NpgsqlTransaction transaction, Contact contact, string name, string? consent)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        if (await UserStore.Holder(connection, contact, transaction) is { } holder)
            return holder;
        if (await UserStore.OnlyReachableBy(transaction, contact) is { } claimed)
        {
            await sessions.EndAll(transaction, claimed.UserId, except: null); // whoever made it has not proved the contact: out
            return await ProveContact.For(transaction, claimed, contact, work.Now);
        }

        return await SignUp(transaction, contact, name, consent);
    }

    private async Task<Result<User>> SignUp(NpgsqlTransaction transaction, Contact contact, string name, string? consent)
    {
        var isPhone = contact.Kind == ContactKind.Phone;
        var fresh = new NewUser(name, isPhone ? contact.Value : null, isPhone ? null : contact.Value, PasswordHash: null, consent);
        var user = await UserStore.Add(transaction, fresh, work.Now);
        await Register.Tell(transaction, user with { PhoneVerified = isPhone, EmailVerified = !isPhone }, work.Now);
        return await ProveContact.For(transaction, user, contact, work.Now);
    }
}
