using Dapper;
using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Payments;

namespace Padel.Booking.Desk;

/// <summary>Whether somebody came, as the desk saw it: the one way it is written.</summary>
internal static class NoShow
{
    /// <summary>Of a booking whose row is locked: its state and its whole fee, counted anew and told.</summary>
    public static async Task<Bookings.Booking> Write(
        NpgsqlTransaction transaction, Bookings.Booking booking, ClubSetup club, string eventType, string actor, DateTimeOffset now, string? reason)
    {
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "update bookings set status = @Status, fee_minor = @FeeMinor, version = @Version, updated_at = @now where booking_id = @BookingId",
            new { booking.BookingId, booking.Status, booking.FeeMinor, booking.Version, now }, transaction);
        var counted = await BookingMoney.Count(transaction, booking, now);
        await BookingNews.Tell(transaction, eventType, counted, club, actor, now, reason);
        return counted;
    }
}
