using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Imports;

public sealed class ImportMembersTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task Members_are_matched_by_phone_in_any_spelling()
    {
        var report = await server.Import(ImportFiles.Club("spelling"), ImportFiles.Members(
            "1,Ali Khan,0300-7000001,ali@example.com,01/08/2025,active,student",
            "2,ALI KHAN,+92 300 7000001,,,blacklisted,again",
            "3,Sara Iqbal,00923007000002,not an address,someday,Blacklisted,",
            ",,,,,,",
            "4,,0300-7000003,,,active,",
            "5,Nameless Phone,,,,active,",
            "6,Bad Phone,12345,,,active,",
            ",No Number,0300-7000004,,,active,"), null);
        (report.Members.Taken, report.Members.Duplicate, report.Members.Blank).ShouldBe((3, 1, 1));
        report.RefusedRows.Select(row => (row.File, row.Line, row.Reason))
            .ShouldBe([("members", 6, "no_name"), ("members", 7, "no_phone"), ("members", 8, "bad_phone")]);
        report.Warnings.Select(row => (row.Line, row.Reason)).ShouldBe([(4, "bad_email"), (4, "bad_joined")]);

        (await Standing("spelling", "+923007000001")).ShouldBe("Ali Khan|ali@example.com|1|2025-08-01|student|free");
        (await Standing("spelling", "+923007000002")).ShouldBe("Sara Iqbal||3|||blocked");
        (await Standing("spelling", "+923007000004")).ShouldBe("No Number|||||free");
    }

    [Fact]
    public async Task A_proven_account_becomes_the_member_and_an_unproven_one_does_not()
    {
        await using var sql = await server.Sql();
        var (proven, typed) = (await Account(sql, "+923007000021", proven: true), await Account(sql, "+923007000022", proven: false));
        var report = await server.Import(ImportFiles.Club("accounts"), ImportFiles.Members(
            "1,Proven Person,03007000021,,,blacklisted,", "2,Paper Person,03007000022,,,active,"), null);
        report.Members.Taken.ShouldBe(2);

        (await sql.QuerySingleAsync<string>("select blocked_reason from booking.standings where player_id = @proven", new { proven })).ShouldNotBeNull();
        (await sql.QuerySingleAsync<int>("select count(*) from booking.standings where player_id = @typed", new { typed })).ShouldBe(0);
        (await Standing("accounts", "+923007000021")).ShouldStartWith("Account Holder|");
        (await Standing("accounts", "+923007000022")).ShouldStartWith("Paper Person|");
    }

    private static Task<Guid> Account(Npgsql.NpgsqlConnection sql, string phone, bool proven) => sql.QuerySingleAsync<Guid>(
        """
        insert into booking.players (player_id, name, phone, phone_verified, has_account, created_at)
        values (gen_random_uuid(), 'Account Holder', @phone, @proven, true, now()) returning player_id
        """, new { phone, proven });

    [Fact]
    public async Task A_player_of_the_log_becomes_a_member_when_the_list_comes_later()
    {
        var club = ImportFiles.Club("later");
        (await server.Import(club, null, ImportFiles.Bookings("1,1/8/26,20:00,60,1,SARA I,0300-7000009,4,6000,cash,played,"))).Bookings.Taken.ShouldBe(1);
        (await Standing("later", "+923007000009")).ShouldBe("Sara I|||||free");
        var list = ImportFiles.Members("9,Sara Iqbal,03007000009,sara@example.com,,active,");
        (await server.Import(club, list, null)).Members.Taken.ShouldBe(1);
        (await Standing("later", "+923007000009")).ShouldBe("Sara Iqbal|sara@example.com|9|||free");
        (await server.Import(club, list, null)).Members.Duplicate.ShouldBe(1);
        (await server.Import(ImportFiles.Club("elsewhere"), ImportFiles.Members("77,Other Spelling,03007000009,,,active,"), null)).Members.Taken.ShouldBe(1);
        (await Standing("elsewhere", "+923007000009")).ShouldBe("Sara Iqbal|sara@example.com|77|||free");
    }

    [Fact]
    public async Task What_staff_wrote_since_stays()
    {
        var club = ImportFiles.Club("staff");
        var list = ImportFiles.Members("1,Ali Khan,0300-7000011,,,blacklisted,old note");
        await server.Import(club, list, null);
        await using var sql = await server.Sql();
        await sql.ExecuteAsync(
            "update booking.standings set blocked_reason = null, note = 'paid his debt' where player_id = (select player_id from booking.players where phone = '+923007000011')");
        (await server.Import(club, list, null)).Members.Duplicate.ShouldBe(1);
        (await Standing("staff", "+923007000011")).ShouldBe("Ali Khan||1||paid his debt|free");
    }

    private async Task<string> Standing(string slug, string phone)
    {
        await using var sql = await server.Sql();
        return await sql.QuerySingleAsync<string>(
            """
            select concat_ws('|', p.name, coalesce(p.email, ''), coalesce(s.member_no, ''), coalesce(s.joined_on::text, ''), coalesce(s.note, ''),
                case when s.blocked_reason is null then 'free' else 'blocked' end)
            from booking.standings s join booking.players p using (player_id) join booking.clubs c using (club_id)
            where c.slug = @slug and p.phone = @phone
            """, new { slug, phone });
    }
}
