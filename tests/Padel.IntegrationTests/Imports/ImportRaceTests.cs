using System.Globalization;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Imports;

/// <summary>An import while people book the same courts: rule 1 holds, and each row is taken or told as an overlap.</summary>
public sealed class ImportRaceTests(PadelServer server) : IClassFixture<PadelServer>
{
    private const int Days = 14;

    [Fact]
    public async Task Bookings_made_meanwhile_win_or_lose_but_never_double()
    {
        await server.Import(ImportFiles.Club("race"), null, null);
        var rows = Enumerable.Range(0, Days * 6 * 8).Select(index => Row(index, day: index / 48, court: (index % 6) + 1, hour: 8 + (index / 6 % 8 * 2))).ToList();
        using var stop = new CancellationTokenSource();
        var rivals = Enumerable.Range(0, 4).Select(worker => Grab(worker, stop.Token)).ToArray();
        var report = await server.Import(ImportFiles.Club("race"), null, ImportFiles.Bookings(rows));
        await stop.CancelAsync();
        var grabbed = (await Task.WhenAll(rivals)).Sum();

        TestContext.Current.TestOutputHelper?.WriteLine($"{report.Bookings.Taken} rows taken, {report.RefusedRows.Count} overlaps, {grabbed} claims made meanwhile");
        (report.Bookings.Taken + report.RefusedRows.Count(row => row.Reason == "overlap")).ShouldBe(rows.Count);
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from booking.bookings")).ShouldBe(report.Bookings.Taken);
        (await sql.QuerySingleAsync<int>("select count(*) from booking.occupancies")).ShouldBe(report.Bookings.Taken + grabbed);
        // A row was refused exactly where somebody else has its court.
        (await sql.QuerySingleAsync<int>(
            """
            select count(*) from booking.occupancies a join booking.occupancies b on a.court_id = b.court_id and a.during && b.during and a.occupancy_id < b.occupancy_id
            """)).ShouldBe(0);
        (await TestCluster.Current.LogLines("deadlock")).ShouldBeEmpty();
    }

    // Claims random hours as bookings do, as fast as it can.
    private async Task<int> Grab(int worker, CancellationToken stop)
    {
        var random = new Random(worker);
        await using var sql = await server.Sql();
        var made = 0;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(1, 20), CancellationToken.None);
            made += await sql.ExecuteAsync(
                """
                insert into booking.occupancies (occupancy_id, club_id, court_id, business_day, during, kind, owner_id, created_at)
                select gen_random_uuid(), club_id, court_id, @day::date, tstzrange(@day::timestamptz + @hour, @day::timestamptz + @hour + interval '90 minutes'), 'booking',
                    gen_random_uuid(), now()
                from booking.clubs join booking.courts using (club_id) where slug = 'race' and position = @court
                on conflict on constraint occupancies_never_overlap do nothing
                """,
                new { day = Day(random.Next(Days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), hour = TimeSpan.FromMinutes(30 * random.Next(6, 40)), court = random.Next(1, 7) });
        }

        return made;
    }

    private static DateOnly Day(int index) => new DateOnly(2026, 12, 2).AddDays(index);

    private static string Row(int index, int day, int court, int hour) =>
        $"{index + 1},{Day(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},{hour:00}:00,90,C{court},Ali,,4,6000,unpaid,booked,";
}
