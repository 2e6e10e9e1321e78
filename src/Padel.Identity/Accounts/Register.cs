using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Identity;
using Padel.Identity.Codes;
using Padel.Identity.Sessions;
using Padel.Kernel;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Identity.Accounts;

internal sealed record RegistrationRequest(string? Name, string? Phone, string? Email, string? Password, JsonElement? Consent);

/// <summary>
/// Signs a person up and in at once, and sends a code to prove the contact. A contact somebody else merely claims is no obstacle:
/// this becomes a separate account, and whoever proves the contact keeps it.
/// </summary>
internal sealed class Register(
    IdentityWork work, CodeDesk codes, SessionDesk sessions, Passwords passwords, IOptions<IdentityOptions> options)
{
    public static async Task<Results<Created<Tokens>, Problem>> Handle(
        RegistrationRequest request, HttpContext http, Register register, TokenDelivery tokens, CancellationToken cancellation)
    {
        var session = await register.Run(request, DeviceName.Of(http), cancellation);
        if (!session.IsSuccess)
            return new Problem(session.Error);
        var answer = await tokens.Give(http, session.Value, TokenDelivery.WantsBody(http), cancellation);
        return TypedResults.Created("/api/v1/me", answer);
    }

    /// <summary>Tells the other services of a new account, in the transaction that makes it.</summary>
    public static Task Tell(NpgsqlTransaction transaction, User user, DateTimeOffset now) =>
        Outbox.Append(transaction, new OutgoingEvent(EventTypes.Identity.UserRegistered, ClubId: null,
            new UserRegisteredV1(user.UserId, user.Name, user.Phone, user.PhoneVerified, user.Email, user.EmailVerified)), now);

    private async Task<Result<OpenSession>> Run(RegistrationRequest request, string device, CancellationToken cancellation)
    {
        var read = Read(request);
        if (!read.IsSuccess)
            return read.Error;
        var (name, phone, email, consent) = read.Value;
        var hash = request.Password is null ? null : await passwords.Hash(request.Password, cancellation); // slow on purpose: before the transaction
        var contacts = new[] { phone, email }.OfType<Contact>().ToArray();

        return await work.Run<OpenSession>(async transaction =>
        {
            foreach (var contact in contacts)
            {
                if (await UserStore.Holder(transaction.Connection!, contact, transaction) is not null) // a transaction in use has its connection
                    return IdentityErrors.AlreadyRegistered;
            }

            var user = await UserStore.Add(transaction, new NewUser(name, phone?.Value, email?.Value, hash, consent), work.Now);
            await Tell(transaction, user, work.Now);
            await codes.Issue(transaction, contacts[0], CodePurpose.SignIn);
            return await sessions.Open(transaction, user, device, secondFactor: false);
        }, cancellation);
    }

    private Result<(string Name, Contact? Phone, Contact? Email, string Consent)> Read(RegistrationRequest request)
    {
        var problems = new List<(string, string)>();
        if (!PersonName.TryRead(request.Name, out var name))
            problems.Add(("name", PersonName.Rule));
        var phone = Inputs.Phone(request.Phone, problems);
        var email = Inputs.Email(request.Email, problems);
        if (string.IsNullOrWhiteSpace(request.Phone) && string.IsNullOrWhiteSpace(request.Email))
            problems.Add(("phone", "A phone number or an email address."));
        if (request.Password is { } password && Passwords.Weakness(password, phone?.Value, email?.Value) is { } weakness)
            problems.Add(("password", weakness));
        var consent = Consent.Read(request.Consent, options.Value.ConsentVersion);
        if (consent is null)
            problems.Add(("consent", "Agree to the terms: true, or the version you read."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : (name, phone, email, consent!); // null is one of the problems
    }
}
