using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Payments.Paying;

/// <summary>Facts about payments, as the other services hear them.</summary>
internal static class PaymentNews
{
    public static string ByPlayer(Guid playerId) => $"player:{playerId}";

    public static string ByStaff(Guid userId) => $"staff:{userId}";

    public static Task Started(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now) =>
        Tell(transaction, EventTypes.Payments.Started, payment, payment.AmountMinor, now);

    public static Task Completed(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now) =>
        Tell(transaction, EventTypes.Payments.Completed, payment, payment.AmountMinor, now);

    public static Task Failed(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now) =>
        Tell(transaction, EventTypes.Payments.Failed, payment, payment.AmountMinor, now);

    /// <param name="ofBookingMinor">How much of it the booking was counting on.</param>
    public static Task Reversed(NpgsqlTransaction transaction, Payment payment, long takenMinor, long ofBookingMinor, DateTimeOffset now) =>
        ofBookingMinor > 0
            ? Tell(transaction, EventTypes.Payments.Reversed, payment, ofBookingMinor, now)
            : Tell(transaction, EventTypes.Payments.Reversed, payment with { BookingId = null }, takenMinor, now);

    private static Task Tell(NpgsqlTransaction transaction, string type, Payment payment, long amountMinor, DateTimeOffset now) =>
        Outbox.Append(transaction, new OutgoingEvent(type, payment.ClubId, new PaymentFactV1(
            payment.PaymentId, payment.ClubId, payment.PlayerId, payment.Purpose, payment.BookingId, payment.Method, amountMinor, payment.Currency,
            payment.FailureCode, payment.FailureText, payment.Actor)), now);
}
