using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Payments.Refunds;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Desk;

/// <summary>What a booking owes, what was paid and what went back, with its receipts and its lines of the ledger.</summary>
internal static class ShowBookingMoney
{
    private const int MaxLines = 200;

    public static async Task<Results<Ok<BookingMoneyBody>, Problem>> Handle(
        Guid bookingId, StaffMember staff, Database<PaymentsModule> database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (await ChargeRows.Find(connection, bookingId) is not { } charge || charge.ClubId != staff.ClubId)
            return new Problem(RequestErrors.NotFound);

        var money = ChargeMoney.Of(charge, await ChargeRows.Paid(connection, charge), clock.Now());
        var payments = await Payments(connection, bookingId);
        var byId = payments.ToDictionary(payment => payment.PaymentId);
        var refunds = await RefundRows.OfBooking(connection, bookingId);
        var nothing = Money.Zero(charge.Price.Currency);
        var refundable = payments.Where(payment => payment.IsPaid).Aggregate(nothing, (sum, payment) => sum + payment.Kept);
        return TypedResults.Ok(new BookingMoneyBody(
            bookingId, charge.Reference, charge.Status, money.Price, money.Paid, money.Due, charge.Status is "cancelled" or "no_show" ? money.Due : nothing,
            refundable, payments.ConvertAll(StaffPaymentBody.Of),
            refunds.ConvertAll(refund => RefundBody.Of(refund, byId[refund.PaymentId].Method, byId[refund.PaymentId].Gateway)),
            await Receipts(connection, bookingId), await Lines(connection, bookingId)));
    }

    private static async Task<List<Payment>> Payments(NpgsqlConnection connection, Guid bookingId) =>
        (await connection.QueryAsync<Payment>(
            $"select {PaymentRows.Columns} from payments where booking_id = @bookingId order by created_at desc, payment_id desc", new { bookingId })).AsList();

    private static async Task<List<BookingReceiptBody>> Receipts(NpgsqlConnection connection, Guid bookingId) =>
        (await connection.QueryAsync<ReceiptRow>(
            """
            select receipt_id as ReceiptId, kind as Kind, label as Label, total_minor as TotalMinor, currency as Currency, issued_at as IssuedAt
            from receipts where booking_id = @bookingId order by number desc
            """, new { bookingId }))
        .Select(row => new BookingReceiptBody(row.ReceiptId, row.Kind, row.Label, new Money(row.TotalMinor, Currency.Of(row.Currency)), row.IssuedAt)).ToList();

    // By postings_of_subject: those about the booking, and those about its refunds.
    private static async Task<List<LedgerLineBody>> Lines(NpgsqlConnection connection, Guid bookingId) =>
        (await connection.QueryAsync<LineRow>(
            """
            select p.posted_at as At, p.kind as Kind, p.reason as Reason, p.actor as Actor, e.account as Account, e.amount_minor as AmountMinor,
                   e.currency as Currency
            from postings p join entries e using (posting_id)
            where p.subject_id = any(array(select refund_id from refunds where booking_id = @bookingId) || @bookingId)
            order by p.posting_id, e.line limit @MaxLines
            """, new { bookingId, MaxLines }))
        .Select(row => new LedgerLineBody(
            row.At, row.Kind, row.Reason, row.Actor, string.Join(':', row.Account.Split(':').Skip(2)), new Money(row.AmountMinor, Currency.Of(row.Currency))))
        .ToList();

    private sealed record ReceiptRow(Guid ReceiptId, string Kind, string Label, long TotalMinor, string Currency, DateTimeOffset IssuedAt);

    private sealed record LineRow(DateTimeOffset At, string Kind, string Reason, string Actor, string Account, long AmountMinor, string Currency);
}
