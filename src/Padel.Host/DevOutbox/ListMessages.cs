using Dapper;
using Padel.Kernel;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Host.DevOutbox;

/// <summary>
/// <c>GET /dev/outbox?to=[&amp;wait=seconds]</c>: the last messages to a phone or email, newest first. Messages travel by events, so an empty
/// list waits a moment for the first one (two seconds unless told otherwise).
/// </summary>
internal static class ListMessages
{
    public const int MaxItems = 50;
    private const int DefaultWaitSeconds = 2;
    private const int MaxWaitSeconds = 30;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    public static async Task<IResult> Handle(
        string? to, int? wait, Database<DevOutboxModule> database, MessageSignal signal, CancellationToken cancellation)
    {
        if (Recipient(to) is not { } recipient)
            return new Problem(RequestErrors.Invalid(("to", "Give a phone number or an email address.")));

        var waitUntil = Environment.TickCount64 + (1000L * Math.Clamp(wait ?? DefaultWaitSeconds, 0, MaxWaitSeconds));
        while (true)
        {
            var next = signal.Next;
            var items = await Read(database, recipient, cancellation);
            if (items.Count > 0 || Environment.TickCount64 >= waitUntil)
                return Results.Json(new { items });
            // The signal is of this process; another one may have stored the message, hence the look.
            await Task.WhenAny(next, Task.Delay(LookEvery, cancellation));
        }
    }

    // A plus sign that was not encoded arrives as a space.
    private static string? Recipient(string? to) =>
        EmailAddress.TryParse(to, out var email) ? email.Value
        : PhoneNumber.TryParse(to is [' ', .. var digits] ? "+" + digits : to, out var phone) ? phone.Value
        : null;

    private static async Task<List<Item>> Read(Database<DevOutboxModule> database, string recipient, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryAsync<Item>(new CommandDefinition(
            """
            select recipient as "To", channel as Channel, kind as Kind, text as Text, code as Code, sent_at as SentAt
            from messages where recipient = @recipient order by message_id desc limit @MaxItems
            """, new { recipient, MaxItems }, cancellationToken: cancellation))).AsList();
    }

    private sealed record Item(string To, string Channel, string Kind, string Text, string? Code, DateTimeOffset SentAt);
}
