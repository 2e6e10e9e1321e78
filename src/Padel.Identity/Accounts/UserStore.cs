using Dapper;
using Npgsql;

namespace Padel.Identity.Accounts;

/// <summary>Reads accounts and makes new ones; every use case takes what it needs in its own transaction.</summary>
internal static class UserStore
{
    private const string Select =
        """
        select user_id as UserId, name as Name, phone as Phone, phone_verified_at is not null as PhoneVerified,
            email as Email, email_verified_at is not null as EmailVerified, password_hash as PasswordHash, consent_version as ConsentVersion,
            exists (select from second_factors f where f.user_id = users.user_id and f.confirmed_at is not null) as SecondFactor
        from users
        """;

    /// <summary>Callers come from a token we signed, and accounts are not deleted: the row is there.</summary>
    public static Task<User> Get(NpgsqlConnection connection, Guid userId, NpgsqlTransaction? transaction = null) =>
        connection.QuerySingleAsync<User>($"{Select} where user_id = @userId", new { userId }, transaction);

    /// <summary>Who has proved the contact; index users_verified_phone or users_verified_email.</summary>
    public static Task<User?> Holder(NpgsqlConnection connection, Contact contact, NpgsqlTransaction? transaction = null) =>
        connection.QuerySingleOrDefaultAsync<User?>(contact.Kind == ContactKind.Phone
            ? $"{Select} where phone = @Value and phone_verified_at is not null"
            : $"{Select} where email = @Value and email_verified_at is not null", new { contact.Value }, transaction);

    /// <summary>The newest account that gives the contact without having proved it, and has a password.</summary>
    public static Task<User?> UnprovedWithPassword(NpgsqlConnection connection, Contact contact) =>
        connection.QuerySingleOrDefaultAsync<User?>(contact.Kind == ContactKind.Phone
            ? $"{Select} where phone = @Value and phone_verified_at is null and password_hash is not null order by created_at desc limit 1"
            : $"{Select} where email = @Value and email_verified_at is null and password_hash is not null order by created_at desc limit 1",
            new { contact.Value });

    /// <summary>The newest account that nobody can enter but by a code to this contact: it belongs to whoever proves the contact.</summary>
    public static Task<User?> OnlyReachableBy(NpgsqlTransaction transaction, Contact contact) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<User?>(contact.Kind == ContactKind.Phone // a transaction in use has its connection
            ? $"""
               {Select} where phone = @Value and phone_verified_at is null and email is null and password_hash is null
                   and not exists (select from external_logins e where e.user_id = users.user_id) order by created_at desc limit 1
               """
            : $"""
               {Select} where email = @Value and email_verified_at is null and phone is null and password_hash is null
                   and not exists (select from external_logins e where e.user_id = users.user_id) order by created_at desc limit 1
               """, new { contact.Value }, transaction);

    public static async Task<User> Add(NpgsqlTransaction transaction, NewUser user, DateTimeOffset now)
    {
        var userId = Guid.CreateVersion7();
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into users (user_id, name, phone, email, password_hash, consent_version, consented_at, created_at)
            values (@userId, @Name, @Phone, @Email, @PasswordHash, @ConsentVersion, case when @ConsentVersion::text is not null then @now end, @now)
            """,
            new { userId, user.Name, user.Phone, user.Email, user.PasswordHash, user.ConsentVersion, now }, transaction);
        return new User(userId, user.Name, user.Phone, false, user.Email, false, user.PasswordHash, user.ConsentVersion, false);
    }
}

/// <summary>What an account starts with; contacts are proved afterwards.</summary>
internal sealed record NewUser(string Name, string? Phone, string? Email, string? PasswordHash, string? ConsentVersion);
