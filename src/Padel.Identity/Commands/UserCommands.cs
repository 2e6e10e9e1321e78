using Npgsql;
using Padel.Identity.Accounts;
using Padel.Identity.Roles;
using Padel.Identity.SecondFactor;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Identity.Commands;

/// <summary>A person to give a role to, by phone or email.</summary>
internal sealed record AddUser(string Identifier, string Role, Guid ClubId, string? Name = null);

/// <summary>A person for development: signs in with the password; with a role and a fixed second factor if given (base32).</summary>
internal sealed record SeedPerson(string Identifier, string Name, string Password)
{
    public Guid? ClubId { get; init; }

    public string? Role { get; init; }

    public string? TotpSecret { get; init; }
}

/// <summary>What the administrator at the command line may do with accounts. Whoever holds the machine vouches for the contact.</summary>
internal sealed class UserCommands(IdentityWork work, ContactOwner owner, Passwords passwords, SecondFactorDesk secondFactors)
{
    /// <summary>Gives the role to the account that has proved the contact, or to a new one that counts as having proved it.</summary>
    public async Task<Result<Guid>> Add(AddUser request, CancellationToken cancellation)
    {
        if (!Contact.TryParse(request.Identifier, out var contact))
            return Inputs.BadIdentifier;
        if (RoleName.Parse(request.Role) is not { } role)
            return RequestErrors.Invalid(("role", RoleName.Rule));
        var name = "";
        if (request.Name is not null && !PersonName.TryRead(request.Name, out name))
            return RequestErrors.Invalid(("name", PersonName.Rule));

        return await work.Run<Guid>(async transaction =>
        {
            var user = await HolderOrNew(transaction, contact, new NewUser(name, Phone: null, Email: null, PasswordHash: null, ConsentVersion: null));
            if (!user.IsSuccess)
                return user.Error;
            var set = await RoleBook.Set(transaction, RoleActor.Administrator, new RoleChange(request.ClubId, user.Value.UserId, role), work.Now);
            return set.IsSuccess ? user.Value.UserId : set.Error;
        }, cancellation);
    }

    /// <summary>Makes the person once; a second call changes nothing.</summary>
    public async Task<Result<Guid>> Seed(SeedPerson person, CancellationToken cancellation)
    {
        if (!Contact.TryParse(person.Identifier, out var contact))
            return Inputs.BadIdentifier;
        await using (var connection = await work.Open(cancellation))
        {
            if (await UserStore.Holder(connection, contact) is { } known)
                return known.UserId;
        }

        var hash = await passwords.Hash(person.Password, cancellation);
        return await work.Run<Guid>(async transaction =>
        {
            var user = await HolderOrNew(transaction, contact, new NewUser(person.Name, Phone: null, Email: null, hash, ConsentVersion: null));
            if (!user.IsSuccess)
                return user.Error;
            if (person is { ClubId: { } clubId, Role: { } text } && RoleName.Parse(text) is { } role)
                await RoleBook.Set(transaction, RoleActor.Administrator, new RoleChange(clubId, user.Value.UserId, role), work.Now);
            if (person.TotpSecret is { } secret)
                await secondFactors.Seed(transaction, user.Value.UserId, secret);
            return user.Value.UserId;
        }, cancellation);
    }

    private async Task<Result<User>> HolderOrNew(NpgsqlTransaction transaction, Contact contact, NewUser fresh)
    {
        await ProveContact.Lock(transaction, contact);
        if (await UserStore.Holder(transaction.Connection!, contact, transaction) is { } holder) // a transaction in use has its connection
            return holder;
        return await owner.SignUp(transaction, contact, fresh);
    }
}
