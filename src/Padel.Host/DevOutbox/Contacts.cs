using Dapper;
using Padel.Platform.Messaging;

namespace Padel.Host.DevOutbox;

/// <summary>Where players can be reached, learnt from what identity and booking tell.</summary>
internal static class Contacts
{
    public static Task Keep(EventContext context, Guid playerId, string? phone, string? email) =>
        context.Connection.ExecuteAsync(
            """
            insert into contacts (player_id, phone, email) values (@playerId, @phone, @email)
            on conflict (player_id) do update set phone = coalesce(excluded.phone, contacts.phone), email = coalesce(excluded.email, contacts.email)
            """, new { playerId, phone, email }, context.Transaction);

    /// <summary>The phone if there is one, else the email; null when nobody told either.</summary>
    public static async Task<Contact?> Find(EventContext context, Guid playerId)
    {
        var (phone, email) = await context.Connection.QuerySingleOrDefaultAsync<(string? Phone, string? Email)>(
            "select phone, email from contacts where player_id = @playerId", new { playerId }, context.Transaction);
        return phone is not null ? new Contact(phone, "sms") : email is not null ? new Contact(email, "email") : null;
    }
}

internal sealed record Contact(string To, string Channel);
