using System.Net.Http.Json;
using System.Text.Json;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Availability;

/// <summary>The snapshot stays right though nobody writes: only the clock moves, and by less than a snapshot may live.</summary>
public sealed class AvailabilityOverTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly DateOnly Today = new(2026, 12, 1);
    private PadelServer _server = null!; // set before each test
    private AvailabilityProbe _probe = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PadelServer.Start();
        _probe = new(_server, await _server.SetUpClub());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_start_that_has_passed_is_gone()
    {
        var start = _probe.At(Today, 18);
        _server.Clock.Now = start;
        (await _probe.IsOffered(_probe.Club.Courts[0], start)).ShouldBeTrue();
        (await ValidUntil(Today)).ShouldBe(start.AddSeconds(1));

        _server.Clock.Advance(Moment);
        (await _probe.IsOffered(_probe.Club.Courts[0], start)).ShouldBeFalse();
        (await _probe.IsOffered(_probe.Club.Courts[0], start.AddMinutes(30))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_hold_that_has_lapsed_is_free_again()
    {
        var (court, start, lapses) = (_probe.Club.Courts[0], _probe.At(Today.AddDays(1), 18), _probe.At(Today, 15, 10));
        await _probe.Claim(court, start, 60, heldUntil: lapses);
        _server.Clock.Now = lapses - Moment;
        (await _probe.IsOffered(court, start)).ShouldBeFalse();
        (await ValidUntil(Today.AddDays(1))).ShouldBe(lapses);

        _server.Clock.Now = lapses;
        (await _probe.IsOffered(court, start)).ShouldBeTrue();
    }

    [Fact]
    public async Task Midnight_opens_a_new_day()
    {
        var newDay = Today.AddDays(15);
        _server.Clock.Now = _probe.At(Today, 24) - Moment;
        (await _probe.Offers(newDay)).ShouldBeEmpty();
        (await ValidUntil(newDay)).ShouldBe(_probe.At(Today, 24));

        _server.Clock.Now = _probe.At(Today, 24);
        (await _probe.Offers(newDay)).ShouldNotBeEmpty();
        (await _probe.IsOffered(_probe.Club.Courts[0], _probe.At(Today, 24))).ShouldBeTrue(); // tonight's last hour, too
    }

    [Fact]
    public async Task A_start_within_an_hour_may_leave_a_gap()
    {
        var (court, start) = (_probe.Club.Courts[0], _probe.At(Today, 20));
        await _probe.Claim(court, start.AddMinutes(90), 60);
        _server.Clock.Now = start.AddMinutes(-60) - Moment;
        (await _probe.IsOffered(court, start)).ShouldBeFalse();
        _server.Clock.Now = start.AddMinutes(-60);
        (await _probe.IsOffered(court, start)).ShouldBeTrue();
    }

    private async Task<DateTimeOffset> ValidUntil(DateOnly day) =>
        (await _server.Anyone.GetFromJsonAsync<JsonElement>(_probe.Path(day), TestContext.Current.CancellationToken))
        .GetProperty("validUntil").GetDateTimeOffset();
}
