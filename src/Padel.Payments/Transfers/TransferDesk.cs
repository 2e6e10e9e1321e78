using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Payments.Settings;

namespace Padel.Payments.Transfers;

/// <summary>Asks for money by bank transfer: a pending payment whose reference the player writes on the transfer.</summary>
internal static class TransferDesk
{
    /// <summary>A transfer that no hold waits for is awaited so long.</summary>
    public static readonly TimeSpan AwaitedFor = TimeSpan.FromDays(7);

    /// <summary>
    /// For a booking. The caller holds the charge's row and has ended attempts of other methods. A transfer that is still awaited stays, with
    /// its reference: the player may have sent it already.
    /// </summary>
    /// <param name="amount">What to ask for now.</param>
    public static async Task<Payment> Open(NpgsqlTransaction transaction, Charge charge, Money amount, string actor, DateTimeOffset now)
    {
        var awaited = await transaction.Connection!.QuerySingleOrDefaultAsync<Payment>( // a transaction in use has its connection
            $"""
            update payments set amount_minor = @AmountMinor, expires_at = @HoldExpiresAt, updated_at = @now
            where booking_id = @BookingId and method = 'bank_transfer' and status in ('created', 'pending')
            returning {PaymentRows.Columns}
            """, new { charge.BookingId, amount.AmountMinor, charge.HoldExpiresAt, now }, transaction);
        return awaited ?? await Insert(transaction, New(charge.ClubId, charge.PlayerId, amount, actor, now) with
        {
            Purpose = "booking", BookingId = charge.BookingId, ExpiresAt = charge.HoldExpiresAt,
        });
    }

    /// <summary>For a player's wallet.</summary>
    public static Task<Payment> OpenTopUp(NpgsqlTransaction transaction, Guid clubId, Guid playerId, Money amount, string actor, DateTimeOffset now) =>
        Insert(transaction, New(clubId, playerId, amount, actor, now) with { Purpose = "top_up", ExpiresAt = now + AwaitedFor });

    /// <summary>For a package or membership.</summary>
    public static Task<Payment> OpenPlan(
        NpgsqlTransaction transaction, Guid clubId, Guid playerId, Guid productId, Money amount, string actor, DateTimeOffset now) =>
        Insert(transaction, New(clubId, playerId, amount, actor, now) with { Purpose = "plan", ProductId = productId, ExpiresAt = now + AwaitedFor });

    /// <summary>For money that came without being asked for: paid in the same transaction, so it never stands in the way of another attempt.</summary>
    public static Task<Payment> OpenUnasked(NpgsqlTransaction transaction, Payment like, DateTimeOffset now) =>
        Insert(transaction, like with
        {
            PaymentId = Guid.CreateVersion7(now), Method = MethodNames.BankTransfer, Status = PaymentStatus.Abandoned, SettledAs = null, PaidAt = null,
            RefundedMinor = 0, ReversedMinor = 0, NotNeededMinor = 0, GatewayData = "{}", ExpiresAt = null, NextInquiryAt = null, CreatedAt = now,
        });

    private static Payment New(Guid clubId, Guid? playerId, Money amount, string actor, DateTimeOffset now) => new()
    {
        PaymentId = Guid.CreateVersion7(now),
        ClubId = clubId,
        PlayerId = playerId,
        Method = MethodNames.BankTransfer,
        Currency = amount.Currency.Code,
        AmountMinor = amount.AmountMinor,
        Status = PaymentStatus.Pending,
        Actor = actor,
        CreatedAt = now,
    };

    private static async Task<Payment> Insert(NpgsqlTransaction transaction, Payment payment)
    {
        // 3,404,825,447 references; the database has the last word on the one in a billion that is taken between look and write.
        do
            payment = payment with { Reference = TransferReference.New() };
        while (await PaymentRows.FindByReference(transaction.Connection!, payment.Reference) is not null); // as above
        await PaymentRows.Insert(transaction, payment);
        return payment;
    }
}
