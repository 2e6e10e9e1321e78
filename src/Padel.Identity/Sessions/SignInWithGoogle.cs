using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using Padel.Identity.Accounts;
using Padel.Identity.SecondFactor;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.Sessions;

/// <summary>The ID token that Google's button gave the page.</summary>
internal sealed record GoogleSignInRequest(string? Credential, JsonElement? Consent);

/// <summary>Signs in, or up, by Google's word for an email address. Not there unless configured.</summary>
internal sealed class SignInWithGoogle(
    IdentityWork work, GoogleTokens google, ChallengeDesk challenges, ContactOwner owner, IOptions<IdentityOptions> options)
{
    private const string Provider = "google";

    public static async Task<Results<Created<Tokens>, Problem>> Handle(
        GoogleSignInRequest request, HttpContext http, SignInWithGoogle signIn, TokenDelivery tokens, CancellationToken cancellation)
    {
        var outcome = await signIn.Run(request, DeviceName.Of(http), cancellation);
        return await SignIn.Answer(http, outcome, tokens, cancellation);
    }

    private async Task<Result<SignInOutcome>> Run(GoogleSignInRequest request, string device, CancellationToken cancellation)
    {
        if (!options.Value.Google.IsOn)
            return RequestErrors.NotFound;
        if (request.Credential is not { Length: > 0 and <= GoogleTokens.MaxLength })
            return RequestErrors.Invalid(("credential", "The ID token from Google."));
        var person = await google.Check(request.Credential, cancellation);
        if (!person.IsSuccess)
            return person.Error;

        var consent = Consent.Read(request.Consent, options.Value.ConsentVersion);
        return await work.Run<SignInOutcome>(async transaction =>
        {
            await ProveContact.Lock(transaction, person.Value.Email);
            var user = await Find(transaction, person.Value.Subject) ?? await Link(transaction, person.Value, consent);
            return user.IsSuccess ? await challenges.Pass(transaction, user.Value, device) : user.Error;
        }, cancellation);
    }

    private static async Task<Result<User>?> Find(NpgsqlTransaction transaction, string subject)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var userId = await connection.QuerySingleOrDefaultAsync<Guid?>(
            "select user_id from external_logins where provider = @Provider and subject = @subject", new { Provider, subject }, transaction);
        return userId is { } known ? await UserStore.Get(connection, known, transaction) : (Result<User>?)null;
    }

    private async Task<Result<User>> Link(NpgsqlTransaction transaction, GooglePerson person, string? consent)
    {
        var user = await owner.FindOrMake(transaction, person.Email, person.Name, consent);
        if (user.IsSuccess)
            await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
                "insert into external_logins (provider, subject, user_id, created_at) values (@Provider, @Subject, @UserId, @now)",
                new { Provider, person.Subject, user.Value.UserId, now = work.Now }, transaction);
        return user;
    }
}
