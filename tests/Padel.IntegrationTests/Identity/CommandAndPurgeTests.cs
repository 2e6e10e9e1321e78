using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Identity;
using Padel.Identity.Commands;
using Padel.Identity.SecondFactor;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class CommandAndPurgeTests(PadelServer server) : IClassFixture<PadelServer>
{
    private readonly Guid _clubId = Guid.CreateVersion7();

    private UserCommands Users => server.Services.GetRequiredService<UserCommands>();

    [Fact]
    public async Task The_administrator_gives_a_new_person_a_role_and_they_sign_in_by_code()
    {
        var email = $"{Guid.CreateVersion7():N}@club.test";
        var added = await Users.Add(new AddUser(email, "owner", _clubId, "Nadia"), Stop);
        var again = await Users.Add(new AddUser(email, "owner", _clubId), Stop);
        again.Value.ShouldBe(added.Value);

        var person = await server.SignUp(email);
        person.UserId.ShouldBe(added.Value);
        (await person.Http.Get($"/api/v1/clubs/{_clubId}/staff")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_administrator_does_not_give_a_role_to_who_merely_claims_the_email()
    {
        var email = $"{Guid.CreateVersion7():N}@club.test";
        using var claim = await server.Anyone.Post("/api/v1/auth/registrations", new { name = "Squatter", email, password = "left wall volley", consent = true });
        using var squatter = await Browser.Of(server, claim);
        var added = await Users.Add(new AddUser(email, "owner", _clubId), Stop);

        added.Value.ShouldNotBe(squatter.Tokens.GetProperty("userId").GetGuid());
        (await squatter.Http.Get($"/api/v1/clubs/{_clubId}/staff")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("nobody", "owner")]
    [InlineData("a@club.test", "king")]
    public async Task The_administrator_hears_what_is_wrong(string identifier, string role) =>
        (await Users.Add(new AddUser(identifier, role, _clubId), Stop)).Error!.Code.ShouldBe("request.invalid");

    [Fact]
    public async Task A_seeded_person_signs_in_with_password_and_known_second_factor()
    {
        const string secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        var email = $"{Guid.CreateVersion7():N}@club.test";
        var person = new SeedPerson(email, "Nadia", "left wall volley") { ClubId = _clubId, Role = "manager", TotpSecret = secret };
        var seeded = await Users.Seed(person, Stop);
        (await Users.Seed(person, Stop)).Value.ShouldBe(seeded.Value);

        using var first = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier = email, password = "left wall volley" });
        var challenge = (await first.Body(HttpStatusCode.Unauthorized)).GetProperty("challenge").GetString();
        var otp = Totp.Code(Base32.Decode(secret), Totp.StepAt(server.Clock.GetUtcNow()));
        using var second = await server.Anyone.Post("/api/v1/auth/sessions/second-factor", new { challenge, otp });
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_has_had_its_time_is_removed_and_what_has_not_stays()
    {
        await using var own = await PadelServer.Start(new PadelServerOptions { LongestWait = null });
        using var old = await Browser.SignUp(own);
        await old.Refresh();
        own.Clock.Advance(TimeSpan.FromDays(31));
        var living = await own.SignUp();
        var purge = own.Services.GetRequiredService<Purge>();
        await purge.Run(Stop);
        own.Clock.Advance(TimeSpan.FromDays(7));
        var code = await own.SendCode(living.Identifier);
        await purge.Run(Stop);

        await using var sql = await own.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from identity.sessions")).ShouldBe(1);
        (await sql.QuerySingleAsync<int>("select count(*) from identity.refresh_tokens")).ShouldBe(1);
        (await sql.QuerySingleAsync<int>("select count(*) from identity.codes")).ShouldBe(1);
        code.Length.ShouldBe(6);
    }

    [Fact]
    public async Task A_successor_is_forgotten_after_its_minute()
    {
        using var browser = await Browser.SignUp(server);
        await browser.Refresh();
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*) from identity.refresh_tokens where successor is not null")).ShouldBeGreaterThan(0);
        server.Clock.Advance(TimeSpan.FromSeconds(61));
        await server.Services.GetRequiredService<Purge>().Run(Stop);
        (await sql.QuerySingleAsync<int>("select count(*) from identity.refresh_tokens where successor is not null")).ShouldBe(0);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
