using Dapper;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Blocks;

/// <summary>What is in the way of a block.</summary>
internal static class BlockConflicts
{
    private const int MaxListed = 100;

    public static async Task<List<BlockConflict>> Find(
        NpgsqlTransaction transaction, ClubSetup club, Guid[] courtIds, TimeSlot during, Guid? except = null)
    {
        var rows = await transaction.Connection!.QueryAsync<Row>( // a transaction in use has its connection
            """
            select b.booking_id as BookingId, b.reference as Reference, c.block_id as BlockId, o.court_id as CourtId,
                   coalesce(b.starts_at, lower(o.during)) as StartsAt, coalesce(b.ends_at, upper(o.during)) as EndsAt,
                   coalesce(p.name, b.guest_name, c.reason) as Name, coalesce(p.phone, b.guest_phone) as Phone
            from occupancies o
            left join bookings b on b.booking_id = o.owner_id
            left join players p on p.player_id = b.player_id
            left join blocks c on c.block_id = o.owner_id
            where o.court_id = any(@courtIds) and o.during && tstzrange(@Start, @End) and o.released_at is null
              and o.owner_id is distinct from @except::uuid
            order by lower(o.during), o.court_id limit @MaxListed
            """, new { courtIds, during.Start, during.End, except, MaxListed }, transaction);
        return [.. rows.Select(row => new BlockConflict(
            row.BookingId, row.Reference, row.BlockId, row.CourtId, club.FindCourt(row.CourtId)?.Name ?? "", row.StartsAt, row.EndsAt, row.Name ?? "", row.Phone))];
    }

    private sealed class Row
    {
        public Guid? BookingId { get; set; }
        public string? Reference { get; set; }
        public Guid? BlockId { get; set; }
        public Guid CourtId { get; set; }
        public DateTimeOffset StartsAt { get; set; }
        public DateTimeOffset EndsAt { get; set; }
        public string? Name { get; set; }
        public string? Phone { get; set; }
    }
}
