using Dapper;
using Padel.Booking.Imports;
using Padel.Booking.Live;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Imports;

public sealed class ImportBookingsTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_row_is_stored_as_it_was_charged_and_paid()
    {
        await server.Import(ImportFiles.Club("stored"), ImportFiles.Members("1,Noor Tanaka,0300-7100001,,,active,"), ImportFiles.Bookings(
            "1,1/8/26,20:00,90,C2,NOOR TANAKA,+923007100001,4,\"7,000\",Bank,played,\"\"\"call before\"\", quiet\"",
            "2,1/8/26,20:00,60,C3,  Sara   Iqbal ,,,6000,unpaid,no show,",
            "3,1/8/26,20:00,60,C3,Sara,0300-7100002,2,0,cash,cancelled,",
            "4,15/12/2026,00:00,60,C3,AHMED ALI,no phone,2,6000/-,unpaid,booked,"));
        await using var sql = await server.Sql();
        var rows = await sql.QueryAsync<string>(
            """
            select concat_ws('|', b.import_log_no, coalesce(p.name, ''), coalesce(b.guest_name, ''), b.status, b.pay_with, b.payment_status, b.price_minor,
                b.amount_paid_minor, b.players_count, b.note, b.business_day, b.version, b.currency)
            from booking.bookings b left join booking.players p using (player_id) join booking.clubs c on c.club_id = b.club_id
            where c.slug = 'stored' order by b.import_log_no
            """);
        rows.ShouldBe([
            "1|Noor Tanaka||completed|bank_transfer|paid|700000|700000|4|\"call before\", quiet|2026-08-01|1|PKR",
            "2||Sara Iqbal|no_show|at_club|unpaid|600000|0|2026-08-01|1|PKR",
            "3|Sara||cancelled|at_club|paid|0|0|2|2026-08-01|1|PKR",
            "4||Ahmed Ali|confirmed|at_club|unpaid|600000|0|2|2026-12-14|1|PKR",
        ]);
        // Only the game to come is told, so that it can be paid.
        (await sql.QueryAsync<string>(
            """
            select (data->>'origin') || ' ' || (data->>'startsAt') from booking.outbox
            where type like '%.booking-%' and club_id = (select club_id from booking.clubs where slug = 'stored')
            """)).ShouldBe(["import 2026-12-14T19:00:00+00:00"]);
    }

    [Fact]
    public async Task A_live_claim_makes_the_row_an_overlap_and_a_lapsed_hold_does_not()
    {
        var club = ImportFiles.Club("live");
        await server.Import(club, null, null);
        await using var sql = await server.Sql();
        await Claim(sql, "live", "Court 1", "2026-12-10 15:00Z", "block", expires: null);
        await Claim(sql, "live", "Court 2", "2026-12-10 15:00Z", "hold", expires: server.Clock.GetUtcNow().AddMinutes(5));
        await Claim(sql, "live", "Court 3", "2026-12-10 15:00Z", "hold", expires: server.Clock.GetUtcNow().AddMinutes(-5));

        var log = ImportFiles.Bookings(
            "1,10/12/26,20:30,60,C1,Ali,,,6000,unpaid,booked,", "2,10/12/26,20:30,60,C2,Ali,,,6000,unpaid,booked,",
            "3,10/12/26,20:30,60,C3,Ali,,,6000,unpaid,booked,", "4,10/12/26,20:30,60,C1,Ali,,,6000,unpaid,cancelled,",
            "5,10/12/26,21:00,60,C1,Ali,,,6000,unpaid,booked,");
        var report = await server.Import(club, null, log);
        report.Bookings.Taken.ShouldBe(3);
        report.RefusedRows.Select(row => (row.Line, row.Reason)).ShouldBe([(2, "overlap"), (3, "overlap")]);
        (await server.Import(club, null, log)).RefusedRows.Select(row => (row.Line, row.Reason)).ShouldBe([(2, "overlap"), (3, "overlap")]);
    }

    [Fact]
    public async Task What_the_desk_changed_since_does_not_let_refused_rows_in()
    {
        var club = ImportFiles.Club("desk");
        var log = ImportFiles.Bookings("1,10/12/26,20:00,60,C1,Ali,,,6000,unpaid,booked,", "2,10/12/26,20:30,60,C1,Sara,,,6000,unpaid,booked,");
        await server.Import(club, null, log);
        await using var sql = await server.Sql();
        await sql.ExecuteAsync("update booking.occupancies set released_at = created_at where club_id = (select club_id from booking.clubs where slug = 'desk')");
        var again = await server.Import(club, null, log);
        (again.Bookings.Taken, again.Bookings.Duplicate).ShouldBe((0, 1));
        again.RefusedRows.ShouldHaveSingleItem().Reason.ShouldBe("overlap");
    }

    [Fact]
    public async Task A_refused_row_is_taken_once_it_is_corrected()
    {
        var club = ImportFiles.Club("corrected");
        (await server.Import(club, null, ImportFiles.Bookings("1,31/11/26,20:00,60,C1,Ali,,,6000,cash,played,"))).Bookings.Refused["bad_date"].ShouldBe(1);
        (await server.Import(club, null, ImportFiles.Bookings("1,30/11/26,20:00,60,C1,Ali,,,6000,cash,played,"))).Bookings.Taken.ShouldBe(1);
    }

    [Fact]
    public async Task Rows_without_a_log_number_are_known_by_what_they_say()
    {
        var club = ImportFiles.Club("unnumbered");
        var log = ImportFiles.Bookings(",1/8/26,20:00,60,C1,Ali,,,6000,cash,cancelled,", ",1/8/26,20:00,60,C1,Ali,,,6000,cash,cancelled,", ",1/8/26,20:00,60,C2,Ali,,,6000,cash,played,");
        (await server.Import(club, null, log)).Bookings.Taken.ShouldBe(3);
        (await server.Import(club, null, log)).Bookings.Duplicate.ShouldBe(3);
    }

    [Fact]
    public async Task A_log_number_used_twice_for_different_games_is_told()
    {
        var report = await server.Import(ImportFiles.Club("twice"), null, ImportFiles.Bookings(
            "1,1/8/26,20:00,60,C1,Ali,,,6000,cash,played,", "1,1/8/26,20:00,60,C1,Ali,,,6000,cash,played,", "1,2/8/26,20:00,60,C1,Sara,,,6000,cash,played,"));
        (report.Bookings.Taken, report.Bookings.Duplicate).ShouldBe((1, 2));
        report.Warnings.ShouldHaveSingleItem().ShouldBe(new RowNote("bookings", 4, "duplicate_differs", "This log number is on line 2 already, with something else."));
    }

    [Fact]
    public async Task Text_of_any_kind_is_stored_as_text()
    {
        var wild = new string('x', 3000);
        var report = await server.Import(ImportFiles.Club("wild"), ImportFiles.Members($"{wild},{wild},0300-7100009,,,active,{wild}"), ImportFiles.Bookings(
            $"{wild},1/8/26,20:00,60,C1,{wild},0300-7100008,4,6000,cash,played,{wild}",
            "'; drop table bookings; --,1/8/26,20:00,60,C2,<script>alert(1)</script>,,4,6000,cash,played,\"\u0001\u001b[31m\""));
        (report.Members.Taken, report.Bookings.Taken).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Two_imports_at_once_come_to_the_same_as_one()
    {
        var club = ImportFiles.Club("at-once");
        var request = new ImportRequest(club, ImportFiles.Pilot("members", "members.csv"), ImportFiles.Pilot("bookings", "bookings.csv"));
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => server.TryImport(request)));
        reports.Sum(report => report.Value.Bookings.Taken).ShouldBe(3142);
        reports.Sum(report => report.Value.Members.Taken).ShouldBe(640);
        reports.Count(report => report.Value.Bookings.Taken == 3142).ShouldBe(1);
    }

    [Fact]
    public async Task A_command_beside_a_live_server_tells_its_boards()
    {
        await using var command = await PadelServer.Start(new PadelServerOptions { Database = server.Database, Listen = false });
        await using var sql = await server.Sql();
        var told = new List<string>();
        sql.Notification += (_, hint) => told.Add(hint.Payload);
        await sql.ExecuteAsync($"listen {DayListener.Channel}");
        await command.Import(ImportFiles.Club("boards"), null, ImportFiles.Bookings("1,10/12/26,20:00,60,C1,Ali,,,6000,unpaid,booked,"));
        (await sql.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)).ShouldBeTrue();
        told.ShouldContain(payload => payload.EndsWith("|2026-12-10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_finds_another_running_says_so()
    {
        await server.Import(ImportFiles.Club("busy"), null, null);
        await using var sql = await server.Sql();
        await sql.ExecuteAsync("select pg_advisory_lock(hashtextextended('import:busy', 0))");
        var result = await server.TryImport(new ImportRequest(ImportFiles.Club("busy"), null, null) { Patience = TimeSpan.Zero });
        result.Error.ShouldNotBeNull().Code.ShouldBe("import.running");
    }

    [Fact]
    public async Task Nothing_is_taken_of_files_of_which_one_cannot_be_read()
    {
        var result = await server.TryImport(new ImportRequest(
            ImportFiles.Club("unread"), ImportFiles.Members("1,Ali,0300-7100020,,,active,"), ImportFiles.Text("bookings", "date,start\n1/8/26,20:00")));
        result.Error.ShouldNotBeNull().Code.ShouldBe("import.missing_column");
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from booking.clubs where slug = 'unread'")).ShouldBe(0);
        (await sql.QuerySingleAsync<int>("select count(*) from booking.players where phone = '+923007100020'")).ShouldBe(0);
    }

    // A hold belongs to a booking that waits; a block needs none here.
    private static Task<int> Claim(Npgsql.NpgsqlConnection sql, string slug, string court, string start, string kind, DateTimeOffset? expires) => sql.ExecuteAsync(
        """
        with claim as (
            insert into booking.occupancies (occupancy_id, club_id, court_id, business_day, during, kind, owner_id, expires_at, created_at)
            select gen_random_uuid(), club_id, court_id, '2026-12-10', tstzrange(@start::timestamptz, @start::timestamptz + interval '1 hour'), @kind,
                gen_random_uuid(), @expires::timestamptz, @start::timestamptz
            from booking.clubs join booking.courts c using (club_id) where slug = @slug and c.name = @court
            returning *)
        insert into booking.bookings (booking_id, reference, version, club_id, court_id, guest_name, starts_at, ends_at, business_day, status, hold_expires_at,
            pay_with, payment_status, currency, price_minor, price_segments, cancellation_policy, source, created_at, updated_at)
        select owner_id, left(owner_id::text, 8), 1, club_id, court_id, 'Somebody', lower(during), upper(during), business_day, 'held', expires_at,
            'at_club', 'unpaid', 'PKR', 0, '[]', '{}', 'app', created_at, created_at
        from claim where kind = 'hold'
        """, new { slug, court, start, kind, expires });
}
