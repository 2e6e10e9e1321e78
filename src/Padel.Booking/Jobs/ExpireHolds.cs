using Dapper;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Platform.Data;
using Padel.Platform.Jobs;

namespace Padel.Booking.Jobs;

/// <summary>Writes down which holds have lapsed and tells of it. The time was free from the moment they lapsed; this only tidies up.</summary>
internal sealed class ExpireHolds(Database<BookingModule> database, ClubCatalogue clubs, AfterBooking after, TimeProvider clock) : IJob
{
    private const int BatchSize = 100;

    public string Name => "booking.expire-holds";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var all = (await clubs.All(cancellation)).ToDictionary(club => club.ClubId);
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var lapsed = (await connection.QueryAsync<Bookings.Booking>(
            $"""
            select {BookingRows.Columns} from bookings b left join players p on p.player_id = b.player_id
            where b.status = 'held' and b.hold_expires_at <= @now
            order by b.hold_expires_at limit @BatchSize for update of b skip locked
            """, new { now, BatchSize }, transaction)).AsList();
        if (lapsed.Count == 0)
            return new JobOutcome(0);

        var expired = await HoldExpiry.Expire(transaction, lapsed, clubId => all[clubId], now);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var booking in expired)
            after.Changed(booking.ClubId, booking.BusinessDay);
        return new JobOutcome(lapsed.Count, MoreWaiting: lapsed.Count == BatchSize);
    }
}
