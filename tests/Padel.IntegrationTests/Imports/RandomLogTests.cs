using Dapper;
using Padel.Booking.Imports;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Imports;

public sealed class RandomLogTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 15)];

    [Fact]
    public async Task Any_clubs_log_is_taken_as_the_rules_say_and_again_as_nothing()
    {
        foreach (var seed in Seeds)
        {
            var log = new RandomLog(seed, rows: 100 * (1 + (seed % 12))); // up to three batches
            var verdicts = ReferenceImport.Verdicts(log.Rows);
            var club = ImportFiles.Club($"random-{seed}");

            var first = await server.Import(club, null, log.File);
            Expect(first, log, verdicts, seed);
            await TheDatabaseHolds(log, verdicts, $"random-{seed}");

            var second = await server.Import(club, null, log.File);
            Expect(second, log, [.. verdicts.Select(verdict => verdict == "taken" ? "duplicate" : verdict)], seed);
        }
    }

    private static void Expect(ImportReport report, RandomLog log, List<string> verdicts, int seed)
    {
        var named = log.Rows.Zip(verdicts).Where(row => row.Second is not ("taken" or "duplicate" or "blank"));
        string.Join('\n', report.RefusedRows.Select(row => $"{row.Line} {row.Reason}"))
            .ShouldBe(string.Join('\n', named.Select(row => $"{row.First.Line} {row.Second}")), $"seed {seed}");
        report.Bookings.Rows.ShouldBe(log.Rows.Count, $"seed {seed}");
        report.Bookings.Taken.ShouldBe(verdicts.Count(verdict => verdict == "taken"), $"seed {seed}");
        report.Bookings.Duplicate.ShouldBe(verdicts.Count(verdict => verdict == "duplicate"), $"seed {seed}");
        report.Bookings.Blank.ShouldBe(verdicts.Count(verdict => verdict == "blank"), $"seed {seed}");
        report.Warnings.Where(row => row.Reason == "bad_phone").Select(row => row.Line)
            .ShouldBe(log.Rows.Zip(verdicts).Where(row => row.Second == "taken" && row.First.PhoneUnreadable).Select(row => row.First.Line), $"seed {seed}");
    }

    private async Task TheDatabaseHolds(RandomLog log, List<string> verdicts, string slug)
    {
        await using var sql = await server.Sql();
        var stored = await sql.QueryAsync<string>(
            """
            select concat_ws(' ', b.import_log_no, to_char(b.starts_at at time zone 'Asia/Karachi', 'YYYY-MM-DD HH24:MI'),
                extract(epoch from b.ends_at - b.starts_at)::int / 60, c.name, b.price_minor / 100, b.status,
                to_char(b.business_day, 'YYYY-MM-DD'), (select count(*) from booking.occupancies o where o.owner_id = b.booking_id))
            from booking.bookings b join booking.courts c using (court_id) join booking.clubs k on k.club_id = b.club_id
            where k.slug = @slug order by b.import_log_no::int
            """, new { slug });
        var expected = log.Rows.Zip(verdicts).Where(row => row.Second == "taken").Select(row => row.First).OrderBy(row => int.Parse(row.LogNo, null)).Select(Stored);
        string.Join('\n', stored).ShouldBe(string.Join('\n', expected), slug);
    }

    private static string Stored(LoggedRow row)
    {
        var start = row.Date!.Value.ToDateTime(TimeOnly.MinValue).AddMinutes(row.Minute!.Value); // a taken row has been read
        var businessDay = row.Minute < 60 ? row.Date.Value.AddDays(-1) : row.Date.Value;
        var status = row.Status switch { "played" => "completed", "no show" => "no_show", "booked" => "confirmed", _ => "cancelled" };
        return $"{row.LogNo} {start:yyyy-MM-dd HH:mm} {row.Minutes} Court {row.Court} {row.Rupees} {status} {businessDay:yyyy-MM-dd} {(status == "cancelled" ? 0 : 1)}";
    }
}
