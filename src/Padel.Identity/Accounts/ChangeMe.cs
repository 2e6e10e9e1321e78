using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using Padel.Identity.Codes;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.Accounts;

/// <summary>What to change; what is absent stays.</summary>
internal sealed record ProfileChange(string? Name, string? Phone, string? Email, JsonElement? Consent);

/// <summary>Changes the profile. A new phone or email takes the old one's place, is unproven, and gets a code.</summary>
internal sealed class ChangeMe(IdentityWork work, SessionDesk sessions, CodeDesk codes, IOptions<IdentityOptions> options)
{
    public static async Task<Results<Ok<Profile>, Problem>> Handle(
        ProfileChange change, Caller caller, ChangeMe changeMe, CancellationToken cancellation)
    {
        var result = await changeMe.Run(caller, change, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<Profile>> Run(Caller caller, ProfileChange change, CancellationToken cancellation)
    {
        var problems = new List<(string, string)>();
        string? name = null;
        if (change.Name is not null && !PersonName.TryRead(change.Name, out name))
            problems.Add(("name", PersonName.Rule));
        var phone = Inputs.Phone(change.Phone, problems);
        var email = Inputs.Email(change.Email, problems);
        if (problems.Count > 0)
            return RequestErrors.Invalid([.. problems]);

        return await work.Run<Profile>(async transaction =>
        {
            var connection = transaction.Connection!; // a transaction in use has its connection
            if (!await sessions.IsAlive(transaction, caller.UserId, caller.SessionId))
                return IdentityErrors.SessionEnded;
            var user = await UserStore.Get(connection, caller.UserId, transaction);
            foreach (var contact in new[] { phone, email }.OfType<Contact>().Where(contact => !user.Holds(contact)))
            {
                if (await SetContact(transaction, user, contact) is { } refusal)
                    return refusal;
            }

            await SetRest(transaction, user, name, Consent.Read(change.Consent, options.Value.ConsentVersion));
            return await Profile.Of(connection, await UserStore.Get(connection, caller.UserId, transaction), transaction);
        }, cancellation);
    }

    private async Task<Error?> SetContact(NpgsqlTransaction transaction, User user, Contact contact)
    {
        await ProveContact.Lock(transaction, contact);
        var connection = transaction.Connection!; // a transaction in use has its connection
        if (await UserStore.Holder(connection, contact, transaction) is not null)
            return IdentityErrors.AlreadyRegistered;
        await connection.ExecuteAsync(contact.Kind == ContactKind.Phone
            ? "update users set phone = @Value, phone_verified_at = null where user_id = @UserId"
            : "update users set email = @Value, email_verified_at = null where user_id = @UserId", new { contact.Value, user.UserId }, transaction);
        await codes.Issue(transaction, contact, CodePurpose.SignIn);
        return null;
    }

    private Task<int> SetRest(NpgsqlTransaction transaction, User user, string? name, string? consent) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update users set name = coalesce(@name, name),
                consented_at = case when @consent::text is null then consented_at else @now end, consent_version = coalesce(@consent, consent_version)
            where user_id = @UserId
            """, new { user.UserId, name, consent, now = work.Now }, transaction);
}
