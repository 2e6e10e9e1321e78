using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Imports;

public sealed class UploadImportTests(PadelServer server) : IClassFixture<PadelServer>
{
    private const string OneRow = ImportFiles.BookingsHeader + "\n1,1/8/26,20:00,60,C1,Ali,0300-7200001,4,6000,cash,played,\n";

    [Fact]
    public async Task A_manager_imports_the_pilot_files_and_the_audit_tells()
    {
        var manager = await Manager("margalla");
        using var answer = await Post(manager, "margalla", Pilot("club", "club.json"), Pilot("members", "members.csv"), Pilot("bookings", "bookings.csv"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        report.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(["members", "bookings", "refusedRows", "warnings"]);
        var bookings = report.RootElement.GetProperty("bookings");
        bookings.ToString().ShouldBe(
            """{"rows":3217,"taken":3142,"duplicate":10,"blank":10,"refused":{"bad_date":9,"bad_duration":6,"outside_hours":6,"overlap":22,"unknown_court":12}}""");
        report.RootElement.GetProperty("refusedRows")[0].ToString()
            .ShouldBe("""{"file":"members","line":648,"reason":"no_phone","detail":"The phone is missing."}""");

        await using var sql = await server.Sql();
        (await sql.QueryAsync<string>("select action from booking.audit_log where actor_id = @UserId order by audit_id", manager))
            .ShouldBe(["import.started", "import.ended"]);
    }

    [Fact]
    public async Task The_lists_may_come_without_the_set_up()
    {
        var manager = await Manager("lists");
        using var answer = await Post(manager, "lists", ("bookings", Encoding.UTF8.GetBytes(OneRow)));
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        report.GetProperty("bookings").GetProperty("taken").GetInt32().ShouldBe(1);
        report.GetProperty("members").GetProperty("rows").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Only_a_manager_of_that_club_may_import()
    {
        var manager = await Manager("mine");
        await Manager("theirs");
        var desk = await server.StaffOf(await ClubId("mine"), "desk");
        using (var refused = await Post(desk, "mine", ("bookings", Encoding.UTF8.GetBytes(OneRow))))
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var refused = await Post(manager, "theirs", ("bookings", Encoding.UTF8.GetBytes(OneRow))))
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "bookings", "bookings.csv" } };
        using var nobody = await server.Anyone.PostAsync("/api/v1/clubs/mine/imports", form, TestContext.Current.CancellationToken);
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("club", "{ \"name\": 5 }", "request.invalid")]
    [InlineData("bookings", "", "import.missing_column")]
    [InlineData("bookings", "date,start\n", "import.missing_column")]
    [InlineData("members", "PK\u0003\u0004", "import.unreadable_file")]
    [InlineData("nonsense", "x", "import.no_file")]
    public async Task What_cannot_be_read_is_a_400_with_its_reason(string part, string content, string code)
    {
        var manager = await Manager("unreadable");
        using var answer = await Post(manager, "unreadable", (part, Encoding.UTF8.GetBytes(content)));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Another_clubs_set_up_is_refused_and_changes_nothing()
    {
        var manager = await Manager("ours");
        await server.EventsSettled(); // the manager's own sign-up has reached the players
        var before = await server.Fingerprints();
        using var answer = await Post(manager, "ours", Pilot("club", "club.json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("import.another_club");
        (await server.Fingerprints()).ShouldBe(before);
    }

    [Fact]
    public async Task A_body_over_20_MB_or_of_another_kind_is_refused()
    {
        var manager = await Manager("large");
        using var large = await Post(manager, "large", ("bookings", new byte[21 * 1024 * 1024]));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var json = await manager.Http.PostAsJsonAsync("/api/v1/clubs/large/imports", new { bookings = "x" }, TestContext.Current.CancellationToken);
        ((int)json.StatusCode).ShouldBeInRange(400, 415);
    }

    private async Task<Person> Manager(string slug)
    {
        await server.Import(ImportFiles.Club(slug), null, null);
        return await server.StaffOf(await ClubId(slug), "manager");
    }

    private async Task<Guid> ClubId(string slug)
    {
        await using var sql = await server.Sql();
        return await sql.QuerySingleAsync<Guid>("select club_id from booking.clubs where slug = @slug", new { slug });
    }

    private static (string, byte[]) Pilot(string part, string file) => (part, File.ReadAllBytes(ImportFiles.PilotPath(file)));

    private static async Task<HttpResponseMessage> Post(Person person, string club, params (string Part, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (part, content) in files)
        {
            var section = new ByteArrayContent(content);
            section.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            form.Add(section, part, part + ".csv");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/clubs/{club}/imports") { Content = form };
        request.Headers.ExpectContinue = true; // too large a body is refused before it is sent
        return await person.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
