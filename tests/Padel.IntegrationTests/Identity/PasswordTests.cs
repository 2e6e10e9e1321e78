using System.Diagnostics;
using System.Net;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class PasswordTests(PadelServer server) : IClassFixture<PadelServer>
{
    private const string Good = "left wall volley";

    [Fact]
    public async Task A_password_signs_in_by_phone_in_any_spelling()
    {
        var phone = People.NewPhone();
        await Register(phone);
        using var answer = await SignIn("0" + phone[3..], Good);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_contact_get_the_same_answer()
    {
        var phone = People.NewPhone();
        await Register(phone);
        using var wrong = await SignIn(phone, "not this one");
        using var unknown = await SignIn(People.NewPhone(), "not this one");
        (await Shape(wrong)).ShouldBe(await Shape(unknown));
    }

    [Fact]
    public async Task An_unknown_contact_takes_as_long_as_a_wrong_password()
    {
        var phone = People.NewPhone();
        await Register(phone);
        await Time(phone);
        await Time(People.NewPhone());
        var known = await Time(phone);
        var unknown = await Time(People.NewPhone());
        // A hash takes some hundred times as long as all the rest: half of it cannot be missed, and noise cannot reach it.
        (unknown / known).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public async Task Ten_failures_lock_fifteen_minutes_known_or_not()
    {
        var known = People.NewPhone();
        await Register(known);
        foreach (var contact in new[] { known, People.NewPhone() })
        {
            for (var tries = 0; tries < 10; tries++)
            {
                using var wrong = await SignIn(contact, "not this one");
                (await wrong.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.bad_credentials");
            }

            using var locked = await SignIn(contact, Good);
            (await locked.Problem(HttpStatusCode.TooManyRequests)).ShouldBe("identity.locked");
            locked.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromMinutes(15));
        }

        server.Clock.Advance(TimeSpan.FromMinutes(15));
        using var again = await SignIn(known, Good);
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_lock_is_told_to_nobody_but_who_signs_in_and_a_code_still_does()
    {
        var phone = People.NewPhone();
        await Register(phone);
        using var before = await Codes(phone, "/api/v1/auth/codes");
        for (var tries = 0; tries < 11; tries++)
            (await SignIn(phone, "not this one")).Dispose();

        server.Clock.Advance(TimeSpan.FromSeconds(61));
        using var codes = await Codes(phone, "/api/v1/auth/codes");
        codes.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var reset = await Codes(phone, "/api/v1/auth/password-resets");
        reset.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var registration = await server.Anyone.Post("/api/v1/auth/registrations", new { name = "Other", phone, consent = true });
        registration.StatusCode.ShouldBe(HttpStatusCode.Created);

        var code = await server.LatestCode(phone);
        using var signIn = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier = phone, code });
        signIn.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Thirty_parallel_guesses_are_ten_failures()
    {
        var phone = People.NewPhone();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SignIn(phone, "not this one")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(10);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(20);
    }

    [Fact]
    public async Task A_right_password_forgets_the_failures_before()
    {
        var phone = People.NewPhone();
        await Register(phone);
        for (var tries = 0; tries < 9; tries++)
            (await SignIn(phone, "not this one")).Dispose();
        (await SignIn(phone, Good)).Dispose();
        for (var tries = 0; tries < 9; tries++)
            (await SignIn(phone, "not this one")).Dispose();
        using var right = await SignIn(phone, Good);
        right.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_needs_the_old_one()
    {
        var phone = People.NewPhone();
        await Register(phone);
        using var here = await Browser.SignIn(server, phone, Good);
        using var there = await Browser.SignIn(server, phone, Good);

        using (var wrong = await here.Http.Put("/api/v1/me/password", new { currentPassword = "not this one", password = "another good one" }))
            (await wrong.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.wrong_password");
        using (var changed = await here.Http.Put("/api/v1/me/password", new { currentPassword = Good, password = "another good one" }))
            changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await here.Refresh()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.Refresh()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var old = await SignIn(phone, Good);
        old.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_reset_sets_a_new_password_and_ends_all_sessions()
    {
        var email = $"{Guid.CreateVersion7():N}@example.com";
        var person = await server.SignUp(email);
        using (var set = await person.Http.Put("/api/v1/me/password", new { password = Good }))
            set.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var before = await Browser.SignIn(server, email, Good);

        using (var asked = await Codes(email, "/api/v1/auth/password-resets"))
            asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var code = await server.LatestCode(email);
        using (var signIn = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier = email, code }))
            signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a reset code is no sign-in code");
        using (var reset = await server.Anyone.Post("/api/v1/auth/password-resets/confirmation", new { identifier = email, code, password = "another good one" }))
            (await reset.Body(HttpStatusCode.OK)).GetProperty("userId").GetGuid().ShouldBe(person.UserId);

        (await before.Refresh()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var signedIn = await SignIn(email, "another good one");
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_reset_for_nobody_looks_the_same_and_sends_nothing()
    {
        var known = (await server.SignUp()).Identifier;
        var unknown = People.NewPhone();
        using var ofKnown = await Codes(known, "/api/v1/auth/password-resets");
        using var ofUnknown = await Codes(unknown, "/api/v1/auth/password-resets");
        (await ofKnown.Body(HttpStatusCode.Accepted)).ToString().ShouldBe((await ofUnknown.Body(HttpStatusCode.Accepted)).ToString());

        await server.EventsSettled();
        (await server.Outbox(unknown)).ShouldBeEmpty();
        using var guess = await server.Anyone.Post("/api/v1/auth/password-resets/confirmation", new { identifier = unknown, code = "123456", password = Good });
        (await guess.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.bad_code");
    }

    private async Task Register(string phone)
    {
        using var answer = await server.Anyone.Post("/api/v1/auth/registrations", new { name = "Ahmed", phone, password = Good, consent = true });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private Task<HttpResponseMessage> SignIn(string identifier, string password) =>
        server.Anyone.Post("/api/v1/auth/sessions", new { identifier, password });

    private Task<HttpResponseMessage> Codes(string identifier, string path) => server.Anyone.Post(path, new { identifier });

    private async Task<double> Time(string identifier)
    {
        var started = Stopwatch.GetTimestamp();
        for (var tries = 0; tries < 3; tries++)
            (await SignIn(identifier, "not this one")).Dispose();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<string> Shape(HttpResponseMessage answer)
    {
        var body = await answer.Body(HttpStatusCode.Unauthorized);
        return string.Join('\n', body.EnumerateObject().Where(member => member.Name != "traceId").Select(member => member.ToString()))
            + string.Join('\n', answer.Headers.Where(header => header.Key != "Date").Select(header => header.Key));
    }
}
