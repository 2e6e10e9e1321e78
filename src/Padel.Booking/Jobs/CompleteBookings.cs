using Dapper;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Platform.Data;
using Padel.Platform.Jobs;

namespace Padel.Booking.Jobs;

/// <summary>A confirmed game that is over was played, unless staff say otherwise. Those that were over when they were imported stay what the paper says.</summary>
internal sealed class CompleteBookings(Database<BookingModule> database, ClubCatalogue clubs, AfterBooking after, TimeProvider clock) : IJob
{
    private const int BatchSize = 200;

    public string Name => "booking.complete";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var all = (await clubs.All(cancellation)).ToDictionary(club => club.ClubId);
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var over = (await connection.QueryAsync<Bookings.Booking>(
            $"""
            select {BookingRows.Columns} from bookings b left join players p on p.player_id = b.player_id
            where b.status = 'confirmed' and b.ends_at <= @now and (b.source <> 'import' or b.created_at < b.ends_at)
            order by b.ends_at limit @BatchSize for update of b skip locked
            """, new { now, BatchSize }, transaction)).AsList();
        if (over.Count == 0)
            return new JobOutcome(0);

        await connection.ExecuteAsync(
            "update bookings set status = 'completed', version = version + 1, updated_at = @now where booking_id = any(@ids)",
            new { now, ids = over.Select(booking => booking.BookingId).ToArray() }, transaction);
        foreach (var booking in over)
        {
            var completed = booking with { Status = BookingStatus.Completed, Version = booking.Version + 1 };
            await BookingNews.Tell(transaction, EventTypes.Booking.Completed, completed, all[booking.ClubId], BookingNews.BySystem, now);
        }

        await transaction.CommitAsync(CancellationToken.None);
        foreach (var day in over.GroupBy(booking => booking.ClubId))
            after.Changed(day.Key, day.Select(booking => booking.BusinessDay).Distinct());
        return new JobOutcome(over.Count, MoreWaiting: over.Count == BatchSize);
    }
}
