using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Clubs;
using Padel.Booking.Desk;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Funnel;

internal sealed record FunnelAnswer(Guid ClubId, DateOnly From, DateOnly To, IReadOnlyList<FunnelCount> Counts);

/// <param name="Date">The day the slot was opened or the booking made, by the club's calendar.</param>
internal sealed record FunnelCount(DateOnly Date, string Step, string Source, long Count);

/// <summary>How many came how far on the way to a game. Steps that leave a booking are counted from the bookings made on the day.</summary>
internal static class ShowFunnel
{
    private const int MaxDays = 366;

    public static async Task<Results<Ok<FunnelAnswer>, Problem>> Handle(
        DateOnly from, DateOnly to, StaffMember staff, ClubCatalogue clubs, Database<BookingModule> database, CancellationToken cancellation)
    {
        if (!Dates.AreUsual(from) || !Dates.AreUsual(to) || to < from || to.DayNumber - from.DayNumber >= MaxDays)
            return new Problem(RequestErrors.Invalid(("to", $"Not before the first day, at most {MaxDays} days.")));
        var club = (await clubs.Find(staff.ClubId, cancellation))!; // the staff policy has found the club

        await using var connection = await database.Open(cancellation);
        var counts = await connection.QueryAsync<Row>(Sql, new
        {
            club.ClubId, from, to, zone = club.Zone.Name, since = club.Zone.InstantOf(from, 0), before = club.Zone.InstantOf(to.AddDays(1), 0),
        });
        return TypedResults.Ok(new FunnelAnswer(club.ClubId, from, to, [.. counts.Select(row => new FunnelCount(row.Date, row.Step, row.Source, row.Count))]));
    }

    // By bookings_made. Imported bookings came no such way.
    private const string Sql =
        """
        select business_day as "Date", step as Step, source as Source, count as Count
        from funnel_counts where club_id = @ClubId and business_day between @from and @to
        union all
        select made.day, step.name, made.source, step.count
        from (
            select (created_at at time zone @zone)::date as day, source,
                   count(*) filter (where confirmed_at is distinct from created_at) as held,
                   count(*) filter (where confirmed_at is not null) as confirmed,
                   count(*) filter (where status = 'cancelled') as cancelled,
                   count(*) filter (where status = 'expired') as expired
            from bookings where club_id = @ClubId and created_at >= @since and created_at < @before and source <> 'import'
            group by 1, 2
        ) made
        cross join lateral (values ('held', held), ('confirmed', confirmed), ('cancelled', cancelled), ('expired', expired)) as step(name, count)
        where step.count > 0
        order by 1, 2, 3
        """;

    private sealed class Row
    {
        public DateOnly Date { get; set; }
        public string Step { get; set; } = "";
        public string Source { get; set; } = "";
        public long Count { get; set; }
    }
}
