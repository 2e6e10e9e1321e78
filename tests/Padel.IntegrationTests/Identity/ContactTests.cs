using System.Net;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class ContactTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task Two_people_may_claim_one_phone_and_whoever_proves_it_keeps_it()
    {
        var phone = People.NewPhone();
        var first = await server.SignUpUnverified(phone, "First");
        var second = await server.SignUpUnverified(phone, "Second");
        second.UserId.ShouldNotBe(first.UserId);

        var code = await server.LatestCode(phone);
        using var verified = await second.Http.Post("/api/v1/me/verifications", new { identifier = phone, code });
        verified.StatusCode.ShouldBe(HttpStatusCode.OK);

        var left = await first.Me();
        left.TryGetProperty("phone", out _).ShouldBeFalse();
        left.GetProperty("phoneVerified").GetBoolean().ShouldBeFalse();
        (await second.Me()).GetProperty("phoneVerified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_accounts_that_verify_one_contact_at_the_same_time_one_gets_it()
    {
        for (var round = 0; round < 5; round++)
        {
            var phone = People.NewPhone();
            var people = new[] { await server.SignUpUnverified(phone, "First"), await server.SignUpUnverified(phone, "Second") };
            var code = await server.LatestCode(phone);
            var answers = await Task.WhenAll(people.Select(person => person.Http.Post("/api/v1/me/verifications", new { identifier = phone, code })));

            answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
            var refused = answers.Single(answer => answer.StatusCode != HttpStatusCode.OK);
            (await refused.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBeOneOf("identity.contact_not_yours", "identity.bad_code");
            await using var sql = await server.Sql();
            (await sql.QuerySingleAsync<int>("select count(*) from identity.users where phone = @phone", new { phone })).ShouldBe(1);
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_a_contact_that_two_have_proved()
    {
        var person = await server.SignUp();
        await using var sql = await server.Sql();
        var twice = () => sql.ExecuteAsync(
            "insert into identity.users (user_id, name, phone, phone_verified_at, created_at) values (@id, '', @phone, now(), now())",
            new { id = Guid.CreateVersion7(), phone = person.Identifier });
        (await Should.ThrowAsync<Npgsql.PostgresException>(twice)).ConstraintName.ShouldBe("users_verified_phone");
    }

    [Fact]
    public async Task A_claimed_phone_with_a_password_is_not_handed_to_whoever_proves_the_phone()
    {
        var phone = People.NewPhone();
        using (var squatter = await server.Anyone.Post("/api/v1/auth/registrations", new { name = "Squatter", phone, password = "left wall volley", consent = true }))
            squatter.StatusCode.ShouldBe(HttpStatusCode.Created);
        server.Clock.Advance(TimeSpan.FromMinutes(2));

        var owner = await server.SignUp(phone);
        (await owner.Me()).GetProperty("name").GetString().ShouldBe("");
        using var back = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier = phone, password = "left wall volley" });
        (await back.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.bad_credentials");
    }

    [Fact]
    public async Task An_account_whose_only_way_in_is_the_contact_goes_to_whoever_proves_it_and_its_sessions_end()
    {
        var phone = People.NewPhone();
        using var claim = await server.Anyone.Post("/api/v1/auth/registrations", new { name = "Sara", phone, consent = true });
        using var claimed = await Browser.Of(server, claim);
        var code = await server.LatestCode(phone);
        using var signIn = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier = phone, code });

        (await signIn.Body(HttpStatusCode.Created)).GetProperty("userId").GetGuid().ShouldBe(claimed.Tokens.GetProperty("userId").GetGuid());
        (await claimed.Refresh()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        // The access token still lives, but what changes an account asks the session itself.
        using var trick = await claimed.Http.Put("/api/v1/me/password", new { password = "left wall volley" });
        (await trick.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.session_ended");
    }

    [Fact]
    public async Task A_phone_typed_into_the_profile_is_unproven_and_gets_a_code()
    {
        var person = await server.SignUp($"{Guid.CreateVersion7():N}@example.com");
        var phone = People.NewPhone();
        using var changed = await person.Http.Patch("/api/v1/me", new { phone, name = "Sara" });
        var me = await changed.Body(HttpStatusCode.OK);
        me.GetProperty("phone").GetString().ShouldBe(phone);
        me.GetProperty("phoneVerified").GetBoolean().ShouldBeFalse();
        me.GetProperty("name").GetString().ShouldBe("Sara");

        var code = await server.LatestCode(phone);
        using var verified = await person.Http.Post("/api/v1/me/verifications", new { identifier = phone, code });
        (await verified.Body(HttpStatusCode.OK)).GetProperty("me").GetProperty("phoneVerified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_phone_somebody_has_proved_cannot_be_typed_into_a_profile()
    {
        var owner = await server.SignUp();
        var other = await server.SignUp();
        using var changed = await other.Http.Patch("/api/v1/me", new { phone = owner.Identifier });
        (await changed.Problem(HttpStatusCode.Conflict)).ShouldBe("identity.already_registered");
    }

    [Fact]
    public async Task A_code_for_a_strangers_phone_does_not_verify_it_on_my_account()
    {
        var person = await server.SignUp();
        var phone = People.NewPhone();
        var code = await server.SendCode(phone);
        using var answer = await person.Http.Post("/api/v1/me/verifications", new { identifier = phone, code });
        (await answer.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.contact_not_yours");
    }

    [Fact]
    public async Task A_wrong_code_verifies_nothing()
    {
        var person = await server.SignUpUnverified();
        using var answer = await person.Http.Post("/api/v1/me/verifications", new { identifier = person.Identifier, code = "12345x" });
        (await answer.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.bad_code");
    }

    [Fact]
    public async Task Proving_a_contact_is_told_to_the_others_in_the_same_transaction()
    {
        var person = await server.SignUpUnverified(name: "Sara");
        var code = await server.LatestCode(person.Identifier);
        (await person.Http.Post("/api/v1/me/verifications", new { identifier = person.Identifier, code })).Dispose();
        await using var sql = await server.Sql();
        var facts = await sql.QueryAsync<string>(
            "select type from identity.outbox where data->>'userId' = @id order by event_id", new { id = person.UserId.ToString() });
        facts.ShouldBe(["padel.identity.user-registered.v1", "padel.identity.contact-verified.v1"]);
    }

    [Fact]
    public async Task Consent_is_kept_with_its_version_and_time()
    {
        var person = await server.SignUp();
        (await person.Me()).TryGetProperty("consentVersion", out _).ShouldBeFalse();
        using var changed = await person.Http.Patch("/api/v1/me", new { consent = true });
        (await changed.Body(HttpStatusCode.OK)).GetProperty("consentVersion").GetString().ShouldBe("2026-11");
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<DateTime>("select consented_at from identity.users where user_id = @UserId", new { person.UserId }))
            .ShouldBe(server.Clock.GetUtcNow().UtcDateTime);
    }
}
