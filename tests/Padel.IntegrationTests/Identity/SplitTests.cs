using System.Net;
using Padel.IntegrationTests.Fixture;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.IntegrationTests.Identity;

/// <summary>One process runs Identity, another does not and asks it over HTTP.</summary>
public sealed class SplitTests : IAsyncLifetime
{
    private readonly Guid _clubId = Guid.CreateVersion7();
    private PadelServer _identity = null!; // started before each test
    private PadelServer _booking = null!;

    public async ValueTask InitializeAsync()
    {
        _identity = await PadelServer.Start();
        _booking = await PadelServer.Start(new PadelServerOptions
        {
            Database = _identity.Database,
            Clock = _identity.Clock,
            Settings = new Dictionary<string, string?> { ["services"] = "booking", ["Services:identity"] = _identity.Address.ToString() },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _booking.DisposeAsync();
        await _identity.DisposeAsync();
    }

    [Fact]
    public async Task A_role_counts_there_too_and_is_gone_there_too_on_the_very_next_request()
    {
        var owner = await _identity.StaffOf(_clubId, "owner");
        var manager = await _identity.StaffOf(_clubId, "manager");
        (await StatusAtBooking(manager)).ShouldBe(HttpStatusCode.OK);

        (await owner.Http.Delete($"/api/v1/clubs/{_clubId}/staff/{manager.UserId}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAtBooking(manager)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_identity_staff_hear_503_and_players_go_on()
    {
        var owner = await _identity.StaffOf(_clubId, "owner");
        (await StatusAtBooking(owner)).ShouldBe(HttpStatusCode.OK);
        await _identity.DisposeAsync();

        (await StatusAtBooking(owner)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        _booking.Clock.Advance(TimeSpan.FromMinutes(2));
        using var http = _booking.Client(owner.AccessToken);
        (await http.Get("/api/v1/me/bookings?when=upcoming")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_internal_route_is_not_there_without_the_secret()
    {
        var owner = await _identity.StaffOf(_clubId, "owner");
        var path = $"/internal/identity/roles/{owner.UserId}/{_clubId}";
        (await _identity.Anyone.Get(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.Http.Get(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var ours = _identity.Client();
        var key = new MasterKey(await File.ReadAllBytesAsync(TestCluster.Current.KeyFile, TestContext.Current.CancellationToken));
        ours.DefaultRequestHeaders.Add(InternalAccess.Header, new InternalAccess(key).Secret);
        using var answer = await ours.Get(path);
        (await answer.Body(HttpStatusCode.OK)).GetProperty("role").GetString().ShouldBe("owner");
    }

    // Parked events are the platform's: a staff route of every process.
    private async Task<HttpStatusCode> StatusAtBooking(Person person)
    {
        using var http = _booking.Client(person.AccessToken);
        using var answer = await http.Get($"/api/v1/clubs/{_clubId}/parked-events");
        return answer.StatusCode;
    }
}
