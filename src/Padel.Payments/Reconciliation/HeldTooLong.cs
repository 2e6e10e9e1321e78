using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;
using Padel.Payments.Charges;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Reconciliation;

/// <summary>
/// Money still held for a booking that is over. Booking has had its time to say what it is for; whatever it did not take is earned, kept as a
/// fee, or goes back.
/// </summary>
internal sealed partial class HeldTooLong(
    Database<PaymentsModule> database, Consequences consequences, EventSignals signals, TimeProvider clock, ILogger<HeldTooLong> logger)
{
    /// <summary>Far longer than events take, and longer than anybody would want to book the slot again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private const int BatchSize = 50;

    /// <returns>How many bookings' money was moved.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        var bookings = (await connection.QueryAsync<Guid>(
            """
            select c.booking_id
            from balances b
            join charges c on c.booking_id = split_part(b.account, ':', 4)::uuid
            where b.balance_minor > 0 and b.account like 'club:%:booking:%'
              and c.status in ('completed', 'no_show', 'cancelled', 'expired') and c.updated_at < @before
              and not exists (select 1 from payments p where p.booking_id = c.booking_id and p.paid_at >= @before)
            order by c.updated_at limit @BatchSize
            """, new { before = now - Patience, BatchSize })).AsList();
        foreach (var bookingId in bookings)
            await Finish(connection, bookingId, now, cancellation);
        if (bookings.Count > 0)
            signals.Raised(PaymentsModule.ServiceName);
        return bookings.Count;
    }

    private async Task Finish(NpgsqlConnection connection, Guid bookingId, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await consequences.AtLast(transaction, bookingId, now);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (InvalidOperationException error) // one booking whose sums are wrong keeps no other one waiting
        {
            Stuck(logger, bookingId, error);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var charge = (await ChargeRows.Find(connection, bookingId))!; // found a moment ago
            await Mismatches.Open(transaction, charge.ClubId, "booking", bookingId,
                $"Booking {charge.Reference} is over and still holds money that cannot go anywhere by itself.", now);
            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    [LoggerMessage(EventId = 1751, Level = LogLevel.Error, Message = "The money held for booking {BookingId} cannot be earned or given back")]
    private static partial void Stuck(ILogger logger, Guid bookingId, Exception error);
}
