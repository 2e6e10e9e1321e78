using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace Padel.Platform.Messaging;

/// <summary>Writes facts in the transaction that makes them true. Call <see cref="EventSignals.Raised"/> after the commit.</summary>
public static class Outbox
{
    public static Task Append(NpgsqlTransaction transaction, OutgoingEvent fact, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into outbox (event_id, type, club_id, occurred_at, expires_at, data, traceparent)
            values (@EventId, @Type, @ClubId, @now, @ExpiresAt, @data::jsonb, @traceparent)
            """,
            new { fact.EventId, fact.Type, fact.ClubId, now, fact.ExpiresAt, data = Serialize(fact.Data), traceparent = Activity.Current?.Id },
            transaction);

    public static string Serialize(object data) => JsonSerializer.Serialize(data, data.GetType(), JsonSerializerOptions.Web);
}
