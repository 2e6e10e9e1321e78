using Dapper;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Contracts;

namespace Padel.Booking.Bookings;

/// <summary>A held booking stands from now on: the one way it is written. So does one that lapsed, once its court has been taken again.</summary>
internal static class Confirmation
{
    /// <summary>The booking as it will be, for whoever must know before it is written.</summary>
    public static Booking Of(Booking booking, DateTimeOffset now) => booking with
    {
        Status = BookingStatus.Confirmed, HoldExpiresAt = null, NextAction = null, ConfirmedAt = booking.ConfirmedAt ?? now, Version = booking.Version + 1,
    };

    /// <summary>Of a booking whose row is locked: confirmed, its claim kept, its fact told.</summary>
    public static async Task<Booking> Write(NpgsqlTransaction transaction, Booking booking, ClubSetup club, string actor, DateTimeOffset now)
    {
        var confirmed = Of(booking, now);
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update bookings set status = 'confirmed', hold_expires_at = null, next_action = null, confirmed_at = @ConfirmedAt,
                pay_with = @PayWith, pay_now_minor = @PayNowMinor, version = @Version, updated_at = @now
            where booking_id = @BookingId
            """, new { confirmed.BookingId, confirmed.Version, confirmed.PayWith, confirmed.PayNowMinor, confirmed.ConfirmedAt, now }, transaction);
        await Occupancies.Keep(transaction, booking.BookingId);
        await BookingNews.Tell(transaction, EventTypes.Booking.Confirmed, confirmed, club, actor, now);
        return confirmed;
    }
}
