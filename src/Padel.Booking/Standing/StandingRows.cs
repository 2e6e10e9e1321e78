using Dapper;
using Npgsql;

namespace Padel.Booking.Standing;

/// <summary>Standings in their rows.</summary>
internal static class StandingRows
{
    /// <summary>Locked: the first of the locks. Null when the club has not met the player.</summary>
    public static Task<PlayerStanding?> Lock(NpgsqlTransaction transaction, Guid clubId, Guid playerId, DateTimeOffset now) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<PlayerStanding>( // a transaction in use has its connection
            """
            select case when plan_class_until > @now then plan_class else price_class end as PriceClass, blocked_reason as BlockedReason,
                   suspended_until as SuspendedUntil, debt_minor as DebtMinor, deposit_required as DepositRequired
            from standings where club_id = @clubId and player_id = @playerId for update
            """, new { clubId, playerId, now }, transaction);
}
