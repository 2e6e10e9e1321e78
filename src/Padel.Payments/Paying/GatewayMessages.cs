using System.Text.Json;
using Dapper;
using Npgsql;
using Padel.Payments.Gateways;

namespace Padel.Payments.Paying;

/// <summary>Everything a gateway told us, with the verdict and what came of it; without what is personal or secret.</summary>
internal static class GatewayMessages
{
    public const string UnknownReference = "unknown_reference";
    private const int MaxStoredCharacters = 20_000;

    public static Task Keep(
        NpgsqlTransaction transaction, Guid clubId, string gateway, string kind, string verdict, Inbound inbound, Guid? paymentId, string? outcome,
        DateTimeOffset now) =>
        Insert(transaction, new
        {
            messageId = Guid.CreateVersion7(now), clubId, gateway, kind, verdict, reference = Short(inbound.Reference), paymentId,
            eventId = Short(inbound.EventId), redacted = inbound.Redacted[..Math.Min(inbound.Redacted.Length, MaxStoredCharacters)], outcome, now,
        });

    /// <summary>The answer to a call of ours, as far as it was understood.</summary>
    /// <param name="kind"><c>answer</c> or <c>inquiry</c>.</param>
    public static Task KeepAnswer(NpgsqlTransaction transaction, Payment payment, string kind, Finding finding, DateTimeOffset now) =>
        payment.Gateway is not { } gateway
            ? Task.CompletedTask
            : Insert(transaction, new
            {
                messageId = Guid.CreateVersion7(now), clubId = payment.ClubId, gateway, kind, verdict = "verified", reference = payment.Reference,
                paymentId = payment.PaymentId, eventId = finding.EventId, now, outcome = payment.Status,
                redacted = JsonSerializer.Serialize(new { said = finding.Kind.ToString(), finding.Code, finding.Amount?.AmountMinor }, JsonSerializerOptions.Web),
            });

    /// <summary>This very event was heard and dealt with before.</summary>
    public static Task<bool> IsKnown(NpgsqlTransaction transaction, Guid clubId, string gateway, string eventId) =>
        transaction.Connection!.ExecuteScalarAsync<bool>( // a transaction in use has its connection
            """
            select exists (select 1 from gateway_messages
                where gateway = @gateway and club_id = @clubId and event_id = @eventId and verdict = 'verified' and outcome is not null and kind = 'notification')
            """, new { gateway, clubId, eventId }, transaction);

    public static string VerdictOf(InboundVerdict verdict) => verdict switch
    {
        InboundVerdict.Verified => "verified",
        InboundVerdict.Hint => "hint",
        InboundVerdict.Forged => "forged",
        _ => "unreadable",
    };

    private static string? Short(string? text) => text is { Length: > 200 } ? text[..200] : text;

    private static Task<int> Insert(NpgsqlTransaction transaction, object row) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into gateway_messages (message_id, club_id, gateway, kind, verdict, reference, payment_id, event_id, redacted, outcome, received_at)
            values (@messageId, @clubId, @gateway, @kind, @verdict, @reference, @paymentId, @eventId, @redacted, @outcome, @now)
            """, row, transaction);
}
