using System.Net.Http.Json;
using System.Text.Json;
using Dapper;

namespace Padel.IntegrationTests.Fixture;

/// <summary>A signed-in person and a client that sends their token.</summary>
public sealed record Person(Guid UserId, string Identifier, string AccessToken, HttpClient Http);

/// <summary>Makes people the way people come: a code by the outbox, a role by the owner.</summary>
public static class People
{
    private static int _phones;

    /// <summary>A Pakistani mobile number nobody else in this test run has.</summary>
    public static string NewPhone() => $"+92300{Interlocked.Increment(ref _phones):D7}";

    /// <summary>Signs up by code: the phone or email is verified.</summary>
    public static async Task<Person> SignUp(this PadelServer server, string? identifier = null)
    {
        identifier ??= NewPhone();
        var code = await server.SendCode(identifier);
        using var answer = await server.Anyone.PostAsJsonAsync("/api/v1/auth/sessions", new { identifier, code });
        return await server.PersonOf(identifier, answer);
    }

    /// <summary>Registers by name and phone without proving the phone: bookings at the counter price wait for the code.</summary>
    public static async Task<Person> SignUpUnverified(this PadelServer server, string? phone = null, string name = "Ali Khan")
    {
        phone ??= NewPhone();
        var options = await server.Anyone.GetFromJsonAsync<JsonElement>("/api/v1/auth/options");
        var consent = options.GetProperty("consentVersion").Clone();
        using var answer = await server.Anyone.PostAsJsonAsync("/api/v1/auth/registrations", new { name, phone, consent });
        return await server.PersonOf(phone, answer);
    }

    /// <summary>Asks for a code and reads it from the development outbox.</summary>
    public static async Task<string> SendCode(this PadelServer server, string identifier)
    {
        using var answer = await server.Anyone.PostAsJsonAsync("/api/v1/auth/codes", new { identifier });
        answer.EnsureSuccessStatusCode();
        return await server.LatestCode(identifier);
    }

    public static async Task<string> LatestCode(this PadelServer server, string identifier)
    {
        await server.EventsSettled();
        var items = await server.Outbox(identifier);
        return items.First(item => item.GetProperty("kind").GetString() == "code").GetProperty("code").GetString()!; // codes carry one
    }

    /// <summary>Messages to a phone or email, newest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Outbox(this PadelServer server, string to, int wait = 0)
    {
        var list = await server.Anyone.GetFromJsonAsync<JsonElement>($"/dev/outbox?to={Uri.EscapeDataString(to)}&wait={wait}");
        return [.. list.GetProperty("items").EnumerateArray()];
    }

    /// <summary>A verified person with this role (<c>desk</c>, <c>manager</c>, <c>owner</c>) at the club.</summary>
    public static async Task<Person> StaffOf(this PadelServer server, Guid clubId, string role)
    {
        var person = await server.SignUp($"{role}.{Guid.CreateVersion7():N}@club.test");
        await using var sql = await server.Sql();
        await sql.ExecuteAsync(
            "insert into identity.staff (club_id, user_id, role, created_at) values (@clubId, @UserId, @role, @now)",
            new { clubId, person.UserId, role, now = server.Clock.GetUtcNow() });
        return person;
    }

    private static async Task<Person> PersonOf(this PadelServer server, string identifier, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {body}");
        using var tokens = JsonDocument.Parse(body);
        var accessToken = tokens.RootElement.GetProperty("accessToken").GetString()!; // API.md: always there
        return new Person(tokens.RootElement.GetProperty("userId").GetGuid(), identifier, accessToken, server.Client(accessToken));
    }
}
