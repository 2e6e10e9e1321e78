using Npgsql;
using Padel.Identity.Sessions;
using Padel.Kernel;

namespace Padel.Identity.Accounts;

/// <summary>Whose account it is when a contact has just been proved: by a code, or by a provider that vouches for it.</summary>
internal sealed class ContactOwner(IdentityWork work, SessionDesk sessions)
{
    /// <summary>The account that has proved it before, the one that nobody could enter otherwise, or a new one. Call under the contact's lock.</summary>
    public async Task<Result<User>> FindOrMake(NpgsqlTransaction transaction, Contact contact, string name, string? consent)
    {
        if (await UserStore.Holder(transaction.Connection!, contact, transaction) is { } holder) // a transaction in use has its connection
            return holder;
        if (await UserStore.OnlyReachableBy(transaction, contact) is { } claimed)
        {
            await sessions.EndAll(transaction, claimed.UserId, except: null); // whoever made it has not proved the contact: out
            return await ProveContact.For(transaction, claimed, contact, work.Now);
        }

        return await SignUp(transaction, contact, new NewUser(name, Phone: null, Email: null, PasswordHash: null, consent));
    }

    /// <summary>A new account whose contact counts as proved. Call under the contact's lock.</summary>
    public async Task<Result<User>> SignUp(NpgsqlTransaction transaction, Contact contact, NewUser fresh)
    {
        var isPhone = contact.Kind == ContactKind.Phone;
        var user = await UserStore.Add(
            transaction, fresh with { Phone = isPhone ? contact.Value : null, Email = isPhone ? null : contact.Value }, work.Now);
        await Register.Tell(transaction, user with { PhoneVerified = isPhone, EmailVerified = !isPhone }, work.Now);
        return await ProveContact.For(transaction, user, contact, work.Now);
    }
}
