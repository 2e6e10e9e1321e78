using Dapper;
using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Identity;
using Padel.Kernel;
using Padel.Platform.Messaging;

namespace Padel.Identity.Accounts;

/// <summary>
/// Makes a contact an account's own, after its code was right. It leaves every account that only claimed it.
/// Everybody who proves a contact holds its lock, so that two at once are judged one after the other; the unique index stands behind.
/// </summary>
internal static class ProveContact
{
    private const long LockSpace = 0x69_64_65_6e; // keeps our advisory locks apart from others of this database

    public static Task Lock(NpgsqlTransaction transaction, Contact contact) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "select pg_advisory_xact_lock(hashtextextended(@Value, @LockSpace))", new { contact.Value, LockSpace }, transaction);

    /// <summary>Call under <see cref="Lock"/>.</summary>
    public static async Task<Result<User>> For(NpgsqlTransaction transaction, User user, Contact contact, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        if (user.HasProved(contact))
            return user;
        if (await UserStore.Holder(connection, contact, transaction) is not null)
            return IdentityErrors.AlreadyRegistered;

        await connection.ExecuteAsync(contact.Kind == ContactKind.Phone
            ? """
              update users set phone = null where phone = @Value and phone_verified_at is null and user_id <> @UserId;
              update users set phone = @Value, phone_verified_at = @now where user_id = @UserId
              """
            : """
              update users set email = null where email = @Value and email_verified_at is null and user_id <> @UserId;
              update users set email = @Value, email_verified_at = @now where user_id = @UserId
              """, new { contact.Value, user.UserId, now }, transaction);

        var proved = contact.Kind == ContactKind.Phone
            ? user with { Phone = contact.Value, PhoneVerified = true }
            : user with { Email = contact.Value, EmailVerified = true };
        await Tell(transaction, proved, contact, now);
        return proved;
    }

    private static Task Tell(NpgsqlTransaction transaction, User user, Contact contact, DateTimeOffset now) =>
        Outbox.Append(transaction, new OutgoingEvent(EventTypes.Identity.ContactVerified, ClubId: null, contact.Kind == ContactKind.Phone
            ? new ContactVerifiedV1(user.UserId, user.Name, contact.Value, Email: null)
            : new ContactVerifiedV1(user.UserId, user.Name, Phone: null, contact.Value)), now);
}
