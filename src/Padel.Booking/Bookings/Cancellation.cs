using Dapper;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>Ends a booking before it is played: what it costs, purely, and the one way it is written.</summary>
internal static class Cancellation
{
    /// <summary>What cancelling costs now. A hold costs nothing: nobody had the court yet.</summary>
    public static Result<Money> Fee(Booking booking, DateTimeOffset now) =>
        booking.Status switch
        {
            BookingStatus.Held => Money.Zero(booking.Price.Currency),
            BookingStatus.Confirmed when booking.Policy.FeeAt(now, booking.StartsAt, booking.CreatedAt, booking.Price) is { } fee => fee,
            _ => BookingErrors.TooLateToCancel,
        };

    /// <summary>Of a booking whose row is locked: cancelled, its court released, its fact told.</summary>
    /// <param name="fee">What it costs; the part that is not paid becomes due.</param>
    public static async Task<Booking> Write(
        NpgsqlTransaction transaction, Booking booking, ClubSetup club, Money fee, string? reason, string actor, DateTimeOffset now)
    {
        var cancelled = booking with
        {
            Status = BookingStatus.Cancelled, HoldExpiresAt = null, NextAction = null, Version = booking.Version + 1, CancelledReason = reason,
            FeeMinor = fee.AmountMinor, FeeDueMinor = Math.Max(0, fee.AmountMinor - booking.AmountPaidMinor),
        };
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update bookings set status = 'cancelled', hold_expires_at = null, next_action = null, version = @Version, fee_minor = @FeeMinor,
                fee_due_minor = @FeeDueMinor, cancelled_reason = @CancelledReason, cancelled_at = @now, updated_at = @now
            where booking_id = @BookingId
            """, new { cancelled.BookingId, cancelled.Version, cancelled.FeeMinor, cancelled.FeeDueMinor, cancelled.CancelledReason, now }, transaction);
        await Occupancies.Release(transaction, [booking.BookingId], now);
        await BookingNews.Tell(transaction, EventTypes.Booking.Cancelled, cancelled, club, actor, now, reason);
        return cancelled;
    }
}
