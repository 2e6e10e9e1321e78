using Dapper;
using Npgsql;
using Padel.Contracts.Booking;
using Padel.Kernel;
using Padel.Payments.Paying;
using Padel.Payments.Settings;

namespace Padel.Payments.Charges;

/// <summary>
/// Hears of a booking, by event or by the nudge after Booking's commit: whichever comes first does it, the other changes nothing, because only
/// a newer version is kept.
/// </summary>
internal sealed class ChargeDesk(OpenAttempt attempts, Consequences consequences)
{
    private const string BeforePaying = "before_paying";

    public async Task Keep(NpgsqlTransaction transaction, BookingFactV1 fact, DateTimeOffset now)
    {
        if (await ChargeRows.Keep(transaction, fact, now) is not { } isFirst)
            return;
        // Before its first fact nothing can have come for a booking, and a live one has no consequences of its own: most bookings end here.
        if (!isFirst || fact.Status is not ("held" or "confirmed"))
            await consequences.AfterFact(transaction, fact, now);
        if (fact.Status == "cancelled")
            await EndAttempts(transaction, fact.BookingId, now);
        if (fact is { Status: "held", PayWith: MethodNames.Wallet or MethodNames.Plan or MethodNames.BankTransfer, PlayerId: not null })
            await PayAtOnce(transaction, fact, now);
    }

    // What needs nobody's hand is paid now; a transfer gets its reference. What cannot be paid is told, and the player chooses again.
    private async Task PayAtOnce(NpgsqlTransaction transaction, BookingFactV1 fact, DateTimeOffset now)
    {
        if (await ChargeRows.Lock(transaction, fact.BookingId) is not { } charge)
            return;
        await transaction.SaveAsync(BeforePaying);
        var opened = await attempts.ForBooking(transaction, charge, charge.PayWith, planId: null, byPhone: false, fact.Actor, now);
        if (opened.IsSuccess)
            return;
        await transaction.RollbackAsync(BeforePaying);
        if (opened.Error != PaymentErrors.NothingDue && opened.Error != PaymentErrors.HoldOver)
            await Refuse(transaction, charge, opened.Error, fact.Actor, now);
    }

    private static async Task Refuse(NpgsqlTransaction transaction, Charge charge, Error error, string actor, DateTimeOffset now)
    {
        var due = ChargeMoney.Of(charge, await ChargeRows.Paid(transaction.Connection!, charge), now).PayNow; // a transaction in use has its connection
        var refused = new Payment
        {
            PaymentId = Guid.CreateVersion7(now), ClubId = charge.ClubId, PlayerId = charge.PlayerId, Purpose = StartPaymentRequest.ForBooking,
            BookingId = charge.BookingId, Method = charge.PayWith, Reference = AttemptReference.New(now), Currency = charge.Currency,
            AmountMinor = due.AmountMinor, Status = PaymentStatus.Failed, FailureCode = error.Code, FailureText = error.Title, Actor = actor, CreatedAt = now,
        };
        await PaymentRows.Insert(transaction, refused);
        await PaymentRows.Save(transaction, refused, now);
        await PaymentNews.Failed(transaction, refused, now);
    }

    // Nobody shall pay any more; the jobs look a last time and close the gateway's page.
    private static Task<int> EndAttempts(NpgsqlTransaction transaction, Guid bookingId, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update payments set expires_at = least(expires_at, @now), next_inquiry_at = case when gateway is not null then @now end, updated_at = @now
            where booking_id = @bookingId and status in ('created', 'pending')
            """, new { bookingId, now }, transaction);
}
