using Dapper;
using Npgsql;

namespace Padel.Payments.Plans;

/// <summary>What players hold, in its rows. Lock order: charge, payments, plans by id, ledger accounts.</summary>
internal static class PlanRows
{
    public const string Columns =
        """
        plan_id as PlanId, club_id as ClubId, player_id as PlayerId, product_id as ProductId, payment_id as PaymentId, kind as Kind, name as Name,
        currency as Currency, value_minor as ValueMinor, minutes as Minutes, minutes_left as MinutesLeft, court_ids as CourtIds,
        weekdays as Weekdays, from_minute as FromMinute, to_minute as ToMinute, months as Months, price_class as PriceClass,
        benefits as Benefits, auto_renewable as AutoRenewable, auto_renew as AutoRenew, status as Status, ended_as as EndedAs,
        starts_at as StartsAt, period_starts_at as PeriodStartsAt, valid_until as ValidUntil, ended_at as EndedAt
        """;

    public static Task<Plan?> Find(NpgsqlConnection connection, Guid planId) =>
        connection.QuerySingleOrDefaultAsync<Plan>($"select {Columns} from plans where plan_id = @planId", new { planId });

    public static Task<Plan?> Lock(NpgsqlTransaction transaction, Guid planId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Plan>( // a transaction in use has its connection
            $"select {Columns} from plans where plan_id = @planId for update", new { planId }, transaction);

    /// <summary>A player's running packages at a club.</summary>
    public static async Task<List<Plan>> Packages(NpgsqlConnection connection, Guid clubId, Guid playerId) =>
        (await connection.QueryAsync<Plan>(
            $"select {Columns} from plans where player_id = @playerId and club_id = @clubId and kind = 'package' and status = 'active'",
            new { playerId, clubId })).AsList();

    /// <summary>The same, locked: bookings of one player that pay with plans at once come one after another.</summary>
    public static async Task<List<Plan>> LockPackages(NpgsqlTransaction transaction, Guid clubId, Guid playerId) =>
        (await transaction.Connection!.QueryAsync<Plan>( // as above
            $"""
            select {Columns} from plans where player_id = @playerId and club_id = @clubId and kind = 'package' and status = 'active'
            order by plan_id for update
            """, new { playerId, clubId }, transaction)).AsList();

    /// <summary>A player's plans, those that run first, then the newest.</summary>
    public static async Task<List<Plan>> OfPlayer(NpgsqlConnection connection, Guid playerId, Guid? clubId) =>
        (await connection.QueryAsync<Plan>(
            $"""
            select {Columns} from plans where player_id = @playerId and (@clubId::uuid is null or club_id = @clubId)
            order by status, plan_id desc limit 50
            """, new { playerId, clubId })).AsList();

    public static Task Insert(NpgsqlTransaction transaction, Plan plan) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into plans (plan_id, club_id, player_id, product_id, payment_id, kind, name, currency, value_minor, minutes, minutes_left,
                court_ids, weekdays, from_minute, to_minute, months, price_class, benefits, auto_renewable, status, starts_at, period_starts_at,
                valid_until)
            values (@PlanId, @ClubId, @PlayerId, @ProductId, @PaymentId, @Kind, @Name, @Currency, @ValueMinor, @Minutes, @MinutesLeft,
                @CourtIds, @Weekdays, @FromMinute, @ToMinute, @Months, @PriceClass, @Benefits, @AutoRenewable, @Status, @StartsAt, @PeriodStartsAt,
                @ValidUntil)
            """, plan, transaction);

    /// <summary>Takes minutes out, or puts them back; the database refuses more than there are.</summary>
    public static Task Move(NpgsqlTransaction transaction, Guid planId, int minutes) =>
        transaction.Connection!.ExecuteAsync( // as above
            "update plans set minutes_left = minutes_left + @minutes where plan_id = @planId", new { planId, minutes }, transaction);

    public static Task Extend(NpgsqlTransaction transaction, Plan plan) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update plans set payment_id = @PaymentId, value_minor = @ValueMinor, period_starts_at = @PeriodStartsAt, valid_until = @ValidUntil
            where plan_id = @PlanId
            """, new { plan.PlanId, plan.PaymentId, plan.ValueMinor, plan.PeriodStartsAt, plan.ValidUntil }, transaction);

    public static Task End(NpgsqlTransaction transaction, Guid planId, string endedAs, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            "update plans set status = 'ended', ended_as = @endedAs, ended_at = @now where plan_id = @planId and status = 'active'",
            new { planId, endedAs, now }, transaction);
}
