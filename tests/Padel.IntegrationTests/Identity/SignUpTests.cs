using System.Net;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class SignUpTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_code_for_an_unknown_phone_signs_up_with_the_phone_verified_and_asks_for_a_name()
    {
        var person = await server.SignUp();

        var me = await person.Me();
        me.GetProperty("userId").GetGuid().ShouldBe(person.UserId);
        me.GetProperty("name").GetString().ShouldBe("");
        me.GetProperty("phone").GetString().ShouldBe(person.Identifier);
        me.GetProperty("phoneVerified").GetBoolean().ShouldBeTrue();
        me.GetProperty("hasPassword").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_code_signs_the_same_person_in()
    {
        var first = await server.SignUp();
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = await server.SignUp(first.Identifier);
        second.UserId.ShouldBe(first.UserId);
    }

    [Fact]
    public async Task A_registration_signs_in_at_once_and_its_code_verifies_the_phone()
    {
        var person = await server.SignUpUnverified(name: "  Sara   Khan ");
        (await person.Me()).GetProperty("phoneVerified").GetBoolean().ShouldBeFalse();

        var code = await server.LatestCode(person.Identifier);
        using var answer = await person.Http.Post("/api/v1/me/verifications", new { identifier = person.Identifier, code });
        var verified = await answer.Body(HttpStatusCode.OK);

        verified.GetProperty("me").GetProperty("phoneVerified").GetBoolean().ShouldBeTrue();
        verified.GetProperty("me").GetProperty("name").GetString().ShouldBe("Sara Khan");
        verified.Claims().GetProperty("phone_number_verified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_verified_contact_cannot_be_registered_again()
    {
        var person = await server.SignUp();
        using var answer = await server.Anyone.Post("/api/v1/auth/registrations",
            new { name = "Somebody", phone = person.Identifier, consent = true });
        (await answer.Problem(HttpStatusCode.Conflict)).ShouldBe("identity.already_registered");
    }

    [Theory]
    [InlineData("name", """{ "phone": "03001112233", "consent": true }""")]
    [InlineData("phone", """{ "name": "Ali", "consent": true }""")]
    [InlineData("phone", """{ "name": "Ali", "phone": "12", "consent": true }""")]
    [InlineData("email", """{ "name": "Ali", "email": "ali@", "consent": true }""")]
    [InlineData("consent", """{ "name": "Ali", "phone": "03001112233" }""")]
    [InlineData("consent", """{ "name": "Ali", "phone": "03001112233", "consent": false }""")]
    [InlineData("password", """{ "name": "Ali", "phone": "03001112233", "consent": true, "password": "short" }""")]
    [InlineData("password", """{ "name": "Ali", "phone": "03001112233", "consent": true, "password": "password123" }""")]
    [InlineData("password", """{ "name": "Ali", "phone": "03001112233", "consent": true, "password": "0300-1112233" }""")]
    public async Task A_registration_says_which_field_is_wrong(string field, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Anyone.PostAsync("/api/v1/auth/registrations", content, TestContext.Current.CancellationToken);
        var problem = await answer.Body(HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().ShouldBe("request.invalid");
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }
}
