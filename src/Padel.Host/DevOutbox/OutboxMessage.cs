using Dapper;
using Padel.Platform.Messaging;

namespace Padel.Host.DevOutbox;

/// <summary>One text to one person.</summary>
internal sealed record OutboxMessage(string To, string Channel, string Kind, string Text, string? Code)
{
    public async Task Store(EventContext context, MessageSignal signal, DateTimeOffset now)
    {
        await context.Connection.ExecuteAsync(
            """
            insert into messages (message_id, event_id, recipient, channel, kind, text, code, sent_at)
            values (@id, @EventId, @To, @Channel, @Kind, @Text, @Code, @now)
            on conflict (event_id, recipient) do nothing
            """,
            new { id = Guid.CreateVersion7(), context.Envelope.EventId, To, Channel, Kind, Text, Code, now }, context.Transaction);
        context.AfterCommit(signal.Raise);
    }
}
