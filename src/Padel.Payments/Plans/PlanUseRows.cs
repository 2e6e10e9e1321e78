using Dapper;
using Npgsql;

namespace Padel.Payments.Plans;

/// <summary>One booking's payment out of a package.</summary>
internal sealed record PlanUseRow(
    Guid PaymentId, Guid PlanId, Guid BookingId, int Minutes, long ValueMinor, int MinutesBack, long ValueBackMinor, long RefundedMinor, DateTimeOffset UsedAt);

/// <summary>What packages were used for, in its rows. The plan's lock guards them.</summary>
internal static class PlanUseRows
{
    private const string Columns =
        """
        u.payment_id as PaymentId, u.plan_id as PlanId, u.booking_id as BookingId, u.minutes as Minutes, u.value_minor as ValueMinor,
        u.minutes_back as MinutesBack, u.value_back_minor as ValueBackMinor, u.refunded_minor as RefundedMinor, u.used_at as UsedAt
        """;

    public static Task<PlanUseRow?> Find(NpgsqlTransaction transaction, Guid paymentId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<PlanUseRow>( // a transaction in use has its connection
            $"select {Columns} from plan_uses u where payment_id = @paymentId", new { paymentId }, transaction);

    public static async Task<ILookup<Guid, PlanUseBody>> Of(NpgsqlConnection connection, Guid[] planIds) =>
        (await connection.QueryAsync<(Guid PlanId, Guid BookingId, string Reference, string CourtName, DateTimeOffset StartsAt, int Minutes, DateTimeOffset UsedAt)>(
            """
            select u.plan_id, u.booking_id, c.reference, c.court_name, c.starts_at, u.minutes - u.minutes_back, u.used_at
            from plan_uses u join charges c using (booking_id)
            where u.plan_id = any(@planIds) order by u.used_at desc
            """, new { planIds }))
            .ToLookup(use => use.PlanId, use => new PlanUseBody(use.BookingId, use.Reference, use.CourtName, use.StartsAt, use.Minutes, use.UsedAt));

    public static Task Insert(NpgsqlTransaction transaction, PlanUseRow use) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into plan_uses (payment_id, plan_id, booking_id, minutes, value_minor, used_at)
            values (@PaymentId, @PlanId, @BookingId, @Minutes, @ValueMinor, @UsedAt)
            """, use, transaction);

    public static Task GiveBack(NpgsqlTransaction transaction, Guid paymentId, int minutes, long valueMinor, long refundedMinor) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update plan_uses set minutes_back = minutes_back + @minutes, value_back_minor = value_back_minor + @valueMinor,
                refunded_minor = refunded_minor + @refundedMinor
            where payment_id = @paymentId
            """, new { paymentId, minutes, valueMinor, refundedMinor }, transaction);
}
