using Dapper;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Kernel;
using Padel.Platform.Messaging;

namespace Padel.Booking.Bookings;

/// <summary>Ends holds that have lapsed: in the way of somebody else, or by the sweep.</summary>
internal sealed class HoldExpiry(ClubCatalogue clubs)
{
    /// <summary>Lapsed holds on these courts at this time, locked in one order, expired and released. The next claim finds their time free.</summary>
    public async Task ReleaseInTheWay(NpgsqlTransaction transaction, Guid[] courtIds, TimeSlot during, DateTimeOffset now)
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
            await Expire(transaction, await BookingRows.Lock(transaction, owners), now);
    }

    /// <summary>Bookings whose rows are locked: those still held and lapsed expire.</summary>
    public async Task Expire(NpgsqlTransaction transaction, IEnumerable<Booking> locked, DateTimeOffset now)
    {
        var lapsed = locked.Where(booking => booking.Status == BookingStatus.Held && booking.HoldExpiresAt <= now).ToList();
        if (lapsed.Count == 0)
            return;
        Guid[] ids = [.. lapsed.Select(booking => booking.BookingId)];
        await transaction.Connection!.ExecuteAsync(
            """
            update bookings set status = 'expired', hold_expires_at = null, next_action = null, version = version + 1, updated_at = @now
            where booking_id = any(@ids)
            """, new { ids, now }, transaction);
        await Occupancies.Release(transaction, ids, now);
        foreach (var booking in lapsed)
        {
            var club = await clubs.Find(booking.ClubId, CancellationToken.None)
                ?? throw new InvalidOperationException($"Booking {booking.BookingId} belongs to no club.");
            var expired = booking with { Status = BookingStatus.Expired, HoldExpiresAt = null, Version = booking.Version + 1 };
            await Outbox.Append(transaction, BookingNews.Of(EventTypes.Booking.Expired, expired, club, BookingNews.BySystem), now);
        }
    }
}
