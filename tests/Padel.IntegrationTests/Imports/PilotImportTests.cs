using System.Diagnostics;
using Dapper;
using Padel.Booking.Imports;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Imports;

public sealed class PilotImportTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly Dictionary<string, int> RefusedBookings = new()
    {
        ["overlap"] = 22, ["unknown_court"] = 12, ["bad_date"] = 9, ["outside_hours"] = 6, ["bad_duration"] = 6,
    };

    private static readonly Dictionary<string, int> RefusedMembers = new() { ["no_name"] = 1, ["no_phone"] = 1, ["bad_phone"] = 1 };

    [Fact]
    public async Task The_pilot_files_are_taken_exactly_and_a_second_import_changes_nothing()
    {
        var watch = Stopwatch.StartNew();
        var first = (await server.TryImport(ImportFiles.PilotRequest)).Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"first import: {watch.ElapsedMilliseconds} ms");
        Expect(first.Members, taken: 640, duplicate: 6, blank: 0, RefusedMembers);
        Expect(first.Bookings, taken: 3142, duplicate: 10, blank: 10, RefusedBookings);
        first.RefusedRows.Count.ShouldBe(58);
        await TheDatabaseHolds(bookings: 3142, members: 640);

        var before = await server.Fingerprints();
        watch.Restart();
        var second = (await server.TryImport(ImportFiles.PilotRequest)).Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"second import: {watch.ElapsedMilliseconds} ms");
        Expect(second.Members, taken: 0, duplicate: 646, blank: 0, RefusedMembers);
        Expect(second.Bookings, taken: 0, duplicate: 3152, blank: 10, RefusedBookings);
        second.RefusedRows.Select(Place).ShouldBe(first.RefusedRows.Select(Place));
        (await server.Fingerprints()).ShouldBe(before);
        second.Print().ShouldContain("Nothing new");
    }

    private static (string, int, string) Place(RowNote row) => (row.File, row.Line, row.Reason);

    private static void Expect(FileCounts counts, int taken, int duplicate, int blank, Dictionary<string, int> refused)
    {
        counts.Taken.ShouldBe(taken);
        counts.Duplicate.ShouldBe(duplicate);
        counts.Blank.ShouldBe(blank);
        counts.Refused.ShouldBe(refused, ignoreOrder: true);
        counts.Rows.ShouldBe(taken + duplicate + blank + refused.Values.Sum());
    }

    private async Task TheDatabaseHolds(int bookings, int members)
    {
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from booking.bookings where source = 'import'")).ShouldBe(bookings);
        (await sql.QuerySingleAsync<int>("select count(*) from booking.standings where member_no is not null")).ShouldBe(members);
        (await sql.QuerySingleAsync<int>("select count(*) from booking.standings where blocked_reason is not null")).ShouldBe(5);
        // Told are the club and the games still to come, so that they can be paid; as history, which makes no message.
        (await sql.QuerySingleAsync<int>("select count(*) from booking.outbox where type <> 'padel.booking.club-changed.v1' and data->>'origin' <> 'import'")).ShouldBe(0);
        // Every booking that is not cancelled claims its court for exactly its time.
        (await sql.QuerySingleAsync<int>(
            """
            select count(*) from booking.bookings b full join booking.occupancies o on o.owner_id = b.booking_id and o.released_at is null
            where (b.status = 'cancelled') <> (o.owner_id is null)
               or o.during <> tstzrange(b.starts_at, b.ends_at) or o.business_day <> b.business_day or o.court_id <> b.court_id
            """)).ShouldBe(0);
    }
}
