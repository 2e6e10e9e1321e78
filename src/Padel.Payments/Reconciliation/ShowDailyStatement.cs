using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Settings;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Reconciliation;

/// <summary>The daily statement: what came, what went back, what was earned, and what drawer and gateways hold.</summary>
internal static class ShowDailyStatement
{
    /// <summary>Clubs play past midnight; at four nobody does. The hours before belong to the evening.</summary>
    private const int DayBeginsMinute = 4 * 60;
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public static async Task<Results<Ok<DailyStatement>, Problem>> Handle(
        DateOnly date, StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        if (date.Year is < FirstYear or > LastYear)
            return new Problem(RequestErrors.Invalid(("date", $"Between {FirstYear} and {LastYear}.")));
        await using var connection = await database.Open(cancellation);
        // One look at everything: the sums of a moment belong together.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        if (await ClubMoneyRows.Find(connection, staff.ClubId, transaction) is not { } club)
            return new Problem(RequestErrors.NotFound);

        var zone = ClubZone.Of(club.TimeZone);
        var day = new Day(club.ClubId, zone.InstantOf(date, DayBeginsMinute), zone.InstantOf(date.AddDays(1), DayBeginsMinute), club.Currency);
        var received = await Received(connection, day);
        var (earned, fees, tax) = await Earned(connection, day);
        var topUps = received.Where(line => line.Purpose == "top_up").Aggregate(day.Money(0), (sum, line) => sum + line.Amount);
        return TypedResults.Ok(new DailyStatement(
            date, day.From, day.To, received, await Refunded(connection, day), earned, fees, tax, topUps, await AccountLines(connection, day)));
    }

    private static async Task<List<ReceivedLine>> Received(NpgsqlConnection connection, Day day) =>
        (await connection.QueryAsync<(string Method, string? Gateway, string Purpose, int Count, long Amount)>(
            """
            select method, gateway, purpose, count(*)::int, sum(amount_minor)::bigint from payments
            where club_id = @ClubId and status = 'paid' and paid_at >= @From and paid_at < @To
            group by method, gateway, purpose order by method, gateway, purpose
            """, day)).Select(row => new ReceivedLine(row.Method, row.Gateway, row.Purpose, row.Count, day.Money(row.Amount))).ToList();

    private static async Task<List<RefundedLine>> Refunded(NpgsqlConnection connection, Day day) =>
        (await connection.QueryAsync<(string Destination, string Method, int Count, long Amount)>(
            """
            select r.destination, p.method, count(*)::int, sum(r.amount_minor)::bigint from refunds r join payments p using (payment_id)
            where r.club_id = @ClubId and r.done_at >= @From and r.done_at < @To
            group by r.destination, p.method order by r.destination, p.method
            """, day)).Select(row => new RefundedLine(row.Destination, row.Method, row.Count, day.Money(row.Amount))).ToList();

    private static async Task<(Money Earned, Money Fees, Money Tax)> Earned(NpgsqlConnection connection, Day day)
    {
        var (earned, fees, tax) = await connection.QuerySingleAsync<(long Earned, long Fees, long Tax)>(
            $"""
            select coalesce(-sum(e.amount_minor) filter (where p.kind not in ('{PostingKinds.Fee}', '{PostingKinds.FeeBack}')), 0)::bigint,
                   coalesce(-sum(e.amount_minor) filter (where p.kind in ('{PostingKinds.Fee}', '{PostingKinds.FeeBack}')), 0)::bigint,
                   coalesce(-sum(e.amount_minor) filter (where e.account = @Prefix || 'tax'), 0)::bigint
            from postings p join entries e using (posting_id)
            where p.club_id = @ClubId and p.posted_at >= @From and p.posted_at < @To
              and e.account in (@Prefix || 'revenue', @Prefix || 'fees', @Prefix || 'tax')
            """, day);
        return (day.Money(earned), day.Money(fees), day.Money(tax));
    }

    private static async Task<List<AccountLine>> AccountLines(NpgsqlConnection connection, Day day) =>
        (await connection.QueryAsync<(string Account, long Opening, long In, long Out)>(
            """
            select e.account,
                   coalesce(sum(e.amount_minor) filter (where p.posted_at < @From), 0)::bigint,
                   coalesce(sum(e.amount_minor) filter (where p.posted_at >= @From and e.amount_minor > 0), 0)::bigint,
                   coalesce(-sum(e.amount_minor) filter (where p.posted_at >= @From and e.amount_minor < 0), 0)::bigint
            from entries e join postings p using (posting_id)
            where p.club_id = @ClubId and p.posted_at < @To
              and (e.account in (@Prefix || 'cash', @Prefix || 'bank', @Prefix || 'terminal')
                   or e.account like @Prefix || 'gateway:%')
            group by e.account order by e.account
            """, day)).Select(row => new AccountLine(
                string.Join(':', row.Account.Split(':').Skip(2)), day.Money(row.Opening), day.Money(row.In), day.Money(row.Out),
                day.Money(row.Opening + row.In - row.Out))).ToList();

    private sealed record Day(Guid ClubId, DateTimeOffset From, DateTimeOffset To, string Currency)
    {
        /// <summary>Before the names of the club's accounts.</summary>
        public string Prefix => $"club:{ClubId}:";

        public Money Money(long minor) => new(minor, Kernel.Currency.Of(Currency));
    }
}
