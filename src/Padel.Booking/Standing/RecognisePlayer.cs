using Dapper;
using Npgsql;

namespace Padel.Booking.Standing;

/// <summary>
/// Knows the person behind an account: keeps their row, and gives them what the club already had under the same <b>proven</b> phone or
/// email: bookings, seats and standing. An unproven contact claims nothing, or anybody could take over a member by typing a number.
/// Locks: the person's row, the records by id, then standings; bookings come after them.
/// </summary>
internal static class RecognisePlayer
{
    public static async Task Run(NpgsqlTransaction transaction, Person person, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        await connection.ExecuteAsync(
            """
            insert into players (player_id, name, phone, email, phone_verified, email_verified, has_account, created_at)
            values (@PlayerId, @Name, @Phone, @Email, @PhoneVerified, @EmailVerified, true, @now)
            on conflict (player_id) do update set
                name = case when excluded.name = '' then players.name else excluded.name end,
                phone = case when excluded.phone is not null and (excluded.phone_verified or not players.phone_verified) then excluded.phone else players.phone end,
                email = case when excluded.email is not null and (excluded.email_verified or not players.email_verified) then excluded.email else players.email end,
                phone_verified = players.phone_verified or excluded.phone_verified,
                email_verified = players.email_verified or excluded.email_verified
            """,
            new { person.PlayerId, person.Name, person.Phone, person.Email, person.PhoneVerified, person.EmailVerified, now }, transaction);

        if (person.PhoneVerified || person.EmailVerified)
            await Claim(transaction, person);
    }

    /// <summary>The account that claimed a record, or the record itself; its row is locked, so that nobody claims it meanwhile.</summary>
    /// <returns>Null when there is no such player.</returns>
    public static Task<Guid?> Current(NpgsqlTransaction transaction, Guid playerId) =>
        transaction.Connection!.ExecuteScalarAsync<Guid?>(
            "select coalesce(merged_into, player_id) from players where player_id = @playerId for no key update", new { playerId }, transaction);

    /// <summary>Makes sure that the player has a standing at the club: the row under which limits are counted.</summary>
    public static Task EnsureStanding(NpgsqlTransaction transaction, Guid clubId, Guid playerId) =>
        transaction.Connection!.ExecuteAsync(
            "insert into standings (club_id, player_id) values (@clubId, @playerId) on conflict do nothing", new { clubId, playerId }, transaction);

    private static async Task Claim(NpgsqlTransaction transaction, Person person)
    {
        Guid[] records =
        [
            .. await transaction.Connection!.QueryAsync<Guid>(
                """
                select player_id from players
                where merged_into is null and not has_account and player_id <> @PlayerId
                  and ((@PhoneVerified and phone = @Phone) or (@EmailVerified and email = @Email))
                order by player_id for no key update
                """,
                new { person.PlayerId, person.Phone, person.Email, person.PhoneVerified, person.EmailVerified }, transaction),
        ];
        if (records.Length > 0)
            await Merge(transaction, person.PlayerId, records);
    }

    // A block stays a block, strikes and debt add up; the rest is kept where the account has nothing of its own.
    private static Task<int> Merge(NpgsqlTransaction transaction, Guid playerId, Guid[] records) =>
        transaction.Connection!.ExecuteAsync(
            """
            select from standings where player_id = any(@records || @playerId) order by club_id, player_id for update;

            insert into standings as s (club_id, player_id, price_class, blocked_reason, suspended_until, strikes, debt_minor, member_no, joined_on, note,
                deposit_required, plan_class, plan_class_until)
            select club_id, @playerId, min(price_class), min(blocked_reason), max(suspended_until), sum(strikes), sum(debt_minor),
                   min(member_no), min(joined_on), string_agg(note, E'\n'), bool_or(deposit_required),
                   min(plan_class), case when min(plan_class) is not null then max(plan_class_until) end
            from standings where player_id = any(@records) group by club_id
            on conflict (club_id, player_id) do update set
                price_class = case when s.price_class = 'standard' then excluded.price_class else s.price_class end,
                blocked_reason = coalesce(s.blocked_reason, excluded.blocked_reason),
                suspended_until = greatest(s.suspended_until, excluded.suspended_until),
                strikes = s.strikes + excluded.strikes,
                debt_minor = s.debt_minor + excluded.debt_minor,
                member_no = coalesce(s.member_no, excluded.member_no),
                joined_on = least(s.joined_on, excluded.joined_on),
                note = nullif(concat_ws(E'\n', s.note, excluded.note), ''),
                deposit_required = s.deposit_required or excluded.deposit_required,
                plan_class = coalesce(s.plan_class, excluded.plan_class),
                plan_class_until = case when s.plan_class is null then excluded.plan_class_until else s.plan_class_until end;
            delete from standings where player_id = any(@records);

            update memberships set player_id = @playerId where player_id = any(@records);
            update bookings set player_id = @playerId where player_id = any(@records);
            update booking_players set player_id = @playerId where player_id = any(@records);
            update players set merged_into = @playerId where player_id = any(@records);
            """, new { playerId, records }, transaction);
}
