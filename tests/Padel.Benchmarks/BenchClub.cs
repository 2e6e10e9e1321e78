using Dapper;
using Npgsql;

namespace Padel.Benchmarks;

/// <summary>A place that can be booked: one hour on one court.</summary>
internal readonly record struct BenchSlot(Guid CourtId, DateTimeOffset StartsAt)
{
    public string Json => $$"""{"courtId":"{{CourtId}}","startsAt":"{{StartsAt:yyyy-MM-ddTHH:mm:ssZ}}","durationMinutes":60,"payWith":"at_club"}""";
}

/// <summary>
/// Clubs made for measuring: many courts, open round the clock, one price, in UTC. Ids are computed from numbers, so that pgbench can
/// name them without looking them up.
/// </summary>
internal sealed class BenchClub(int number, int courts, DateOnly firstDay)
{
    public const int Days = 14;
    private const int HoursADay = 24;

    public Guid ClubId => Id(0xC, number);

    public string Slug => $"bench-{number}";

    public int Slots => courts * Days * HoursADay;

    public int FirstCourt => number * 1_000;

    public int Courts => courts;

    public DateOnly FirstDay => firstDay;

    /// <summary>Courts change fastest, so that neighbours in number never stand beside each other.</summary>
    public BenchSlot Slot(int n)
    {
        var hour = n / courts % (Days * HoursADay);
        return new BenchSlot(Id(0xD, FirstCourt + (n % courts)), new DateTimeOffset(firstDay, TimeOnly.MinValue, TimeSpan.Zero).AddHours(hour));
    }

    public static Guid Id(int kind, int number) => Guid.Parse($"00000000-0000-7000-8{kind:x}00-{number:x12}");

    public async Task SetUp(NpgsqlDataSource administrator)
    {
        await using var connection = await administrator.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            set search_path to booking, public;
            insert into clubs (club_id, slug, name, time_zone, currency, grid_minutes, durations, avoid_gaps, buffer_minutes, days_ahead, active_bookings,
                series_weeks_ahead, free_until_hours, half_until_hours, grace_minutes, no_show_fee_percent, payment_methods, hold_minutes,
                verified_contact_for_at_club, created_at)
            values (@ClubId, @Slug, @Slug, 'Etc/UTC', 'PKR', 30, '{60,90,120}', false, 0, 366, 1000, 0, 24, 6, 60, 100, '{at_club}', 10, true, current_timestamp);
            insert into courts (court_id, club_id, name, surface, indoor, position)
            select id, @ClubId, 'Court ' || position, 'panoramic', false, position from unnest(@ids) with ordinality as c(id, position);
            insert into opening_hours (club_id, weekday, opens_minute, closes_minute) select @ClubId, d, 0, 1440 from generate_series(1, 7) d;
            insert into price_rules (price_rule_id, club_id, name, amount_minor, created_at) values (@ClubId, @ClubId, 'Base', 200000, current_timestamp);
            """,
            new { ClubId, Slug, ids = Enumerable.Range(0, courts).Select(n => Id(0xD, FirstCourt + n)).ToArray() });
    }
}
