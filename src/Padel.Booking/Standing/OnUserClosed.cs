using Dapper;
using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Contracts.Identity;
using Padel.Kernel;
using Padel.Platform.Messaging;

namespace Padel.Booking.Standing;

/// <summary>
/// An account was closed: its games to come are cancelled and its person is forgotten. Only where a club has blocked them, or they owe it,
/// the contact is kept, so that a new account under the same phone meets the same standing.
/// </summary>
internal sealed class OnUserClosed(ClubCatalogue clubs, AfterBooking after, TimeProvider clock) : IEventHandler
{
    private const string Reason = "The account was closed.";

    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var playerId = context.Envelope.Read<UserClosedV1>().UserId;
        var now = clock.GetUtcNow();
        var all = (await clubs.All(cancellation)).ToDictionary(club => club.ClubId);
        // The same order as everywhere: the person, standings, bookings, claims.
        await context.Connection.ExecuteAsync(
            """
            select from players where player_id = @playerId for no key update;
            select from standings where player_id = @playerId order by club_id for update;
            """, new { playerId }, context.Transaction);

        var cancelled = new List<Bookings.Booking>();
        foreach (var booking in await ToCome(context.Transaction, playerId, now))
        {
            var club = all[booking.ClubId];
            cancelled.Add(await Cancellation.Write(
                context.Transaction, booking, club, Money.Zero(club.Currency), Reason, BookingNews.ByPlayer(playerId), now));
        }

        await Forget(context.Transaction, playerId);
        context.AfterCommit(() => cancelled.ForEach(booking => after.Changed(booking.ClubId, booking.BusinessDay)));
    }

    private static async Task<List<Bookings.Booking>> ToCome(NpgsqlTransaction transaction, Guid playerId, DateTimeOffset now) =>
        (await transaction.Connection!.QueryAsync<Bookings.Booking>( // a transaction in use has its connection
            $"""
            select {BookingRows.Columns} from bookings b left join players p on p.player_id = b.player_id
            where b.player_id = @playerId and b.status in ('held', 'confirmed') and b.starts_at > @now
            order by b.booking_id for update of b
            """, new { playerId, now }, transaction)).AsList();

    private static Task<int> Forget(NpgsqlTransaction transaction, Guid playerId) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update players p set
                name = case when kept then p.name else 'Former player' end,
                phone = case when kept and phone_verified then p.phone end,
                email = case when kept and email_verified then p.email end,
                phone_verified = false, email_verified = false, has_account = false
            from (select coalesce(bool_or(blocked_reason is not null or debt_minor > 0 or strikes > 0 or deposit_required), false) as kept
                  from standings where player_id = @playerId) s
            where p.player_id = @playerId
            """, new { playerId }, transaction);
}
