using Dapper;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>Ends holds that have lapsed: in the way of somebody else, or by the sweep.</summary>
internal static class HoldExpiry
{
    /// <summary>Lapsed holds on these courts at this time, locked in one order, expired and released. The next claim finds their time free.</summary>
    public static async Task ReleaseInTheWay(
        NpgsqlTransaction transaction, ClubSetup club, Guid[] courtIds, TimeSlot during, DateTimeOffset now)
    {
        Guid[] owners =
        [
            .. await transaction.Connection!.QueryAsync<Guid>( // a transaction in use has its connection
                """
                select owner_id from occupancies
                where court_id = any(@courtIds) and during && tstzrange(@Start, @End) and released_at is null and expires_at <= @now
                """, new { courtIds, during.Start, during.End, now }, transaction),
        ];
        if (owners.Length > 0)
            await Expire(transaction, await BookingRows.Lock(transaction, owners), _ => club, now);
    }

    /// <summary>Of these bookings, whose rows are locked, those held and lapsed expire.</summary>
    /// <returns>The expired ones.</returns>
    public static async Task<IReadOnlyList<Booking>> Expire(
        NpgsqlTransaction transaction, IEnumerable<Booking> locked, Func<Guid, ClubSetup> clubOf, DateTimeOffset now)
    {
        var expired = locked
            .Where(booking => booking.Status == BookingStatus.Held && booking.HoldExpiresAt <= now)
            .Select(booking => booking with { Status = BookingStatus.Expired, HoldExpiresAt = null, NextAction = null, Version = booking.Version + 1 })
            .ToList();
        if (expired.Count == 0)
            return expired;

        Guid[] ids = [.. expired.Select(booking => booking.BookingId)];
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update bookings set status = 'expired', hold_expires_at = null, next_action = null, version = version + 1, updated_at = @now
            where booking_id = any(@ids)
            """, new { ids, now }, transaction);
        await Occupancies.Release(transaction, ids, now);
        foreach (var booking in expired)
            await BookingNews.Tell(transaction, EventTypes.Booking.Expired, booking, clubOf(booking.ClubId), BookingNews.BySystem, now);
        return expired;
    }
}
