using Dapper;
using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Standing;

/// <summary>Holds that wait for a player to prove a contact.</summary>
internal static class WaitingHolds
{
    private const string NotAllowedReason = "The club cannot take this booking. Please call the club.";

    /// <summary>Confirms them, or gives them up when the player may not book. Locks: standings, bookings, claims.</summary>
    /// <param name="provenAt">A hold that had lapsed by then stays lapsed; one that lapsed since, while the news travelled, is kept if nobody took its time.</param>
    public static async Task<IReadOnlyList<Bookings.Booking>> Settle(
        NpgsqlTransaction transaction, Guid playerId, DateTimeOffset provenAt, Func<Guid, ClubSetup> clubOf, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var standings = (await connection.QueryAsync<ClubStanding>(
            """
            select club_id as ClubId, price_class as PriceClass, blocked_reason as BlockedReason, suspended_until as SuspendedUntil, debt_minor as DebtMinor
            from standings where player_id = @playerId order by club_id for update
            """, new { playerId }, transaction)).ToDictionary(standing => standing.ClubId, standing => standing.Standing);
        var waiting = (await connection.QueryAsync<Bookings.Booking>(
            $"""
            select {BookingRows.Columns} from bookings b left join players p on p.player_id = b.player_id
            where b.player_id = @playerId and b.status = 'held' and b.next_action = 'verify_contact' and b.hold_expires_at > @provenAt
            order by b.booking_id for update of b
            """, new { playerId, provenAt }, transaction)).AsList();

        var settled = new List<Bookings.Booking>(waiting.Count);
        foreach (var booking in waiting)
        {
            var standing = standings.GetValueOrDefault(booking.ClubId, PlayerStanding.Fresh);
            settled.Add(standing.Refusal(now) is null
                ? await Confirmation.Write(transaction, booking, clubOf(booking.ClubId), BookingNews.BySystem, now)
                : await Cancellation.Write(
                    transaction, booking, clubOf(booking.ClubId), Money.Zero(booking.Price.Currency), NotAllowedReason, BookingNews.BySystem, now));
        }

        return settled;
    }

    private sealed class ClubStanding
    {
        public Guid ClubId { get; set; }
        public string PriceClass { get; set; } = "";
        public string? BlockedReason { get; set; }
        public DateTimeOffset? SuspendedUntil { get; set; }
        public long DebtMinor { get; set; }

        public PlayerStanding Standing =>
            new() { PriceClass = PriceClass, BlockedReason = BlockedReason, SuspendedUntil = SuspendedUntil, DebtMinor = DebtMinor };
    }
}
