using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Live;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Availability;

/// <summary>Hints to browsers, in one process and between two on one database.</summary>
public sealed class AvailabilityLiveTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly DateOnly Day = new(2026, 12, 3);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task A_change_is_told_once_to_who_watches_the_club_and_to_who_watches_all()
    {
        var club = await server.SetUpClub();
        var other = await server.SetUpClub(file => file["slug"] = "other-club");
        await using var ours = await LiveSocket.Connect(server, "club=" + club.ClubId);
        await using var bySlug = await LiveSocket.Connect(server, "club=margalla");
        await using var all = await LiveSocket.Connect(server, "");
        await using var theirs = await LiveSocket.Connect(server, "club=" + other.ClubId);

        for (var times = 0; times < 20; times++)
            server.Services.GetRequiredService<DayChanges>().Changed(club.ClubId, Day);

        foreach (var watcher in new[] { ours, bySlug, all })
            (await watcher.DayChanged(Soon)).ShouldBe((club.ClubId, "2026-12-03"));
        (await ours.DayChanged(AMoment)).ShouldBeNull(); // twenty changes, one hint
        (await theirs.DayChanged(AMoment)).ShouldBeNull();
    }

    [Fact]
    public async Task A_club_that_is_not_there_is_hung_up_on()
    {
        await using var lost = await LiveSocket.Connect(server, "club=nowhere");
        (await lost.DayChanged(Soon)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_process_hears_of_it_and_evicts_its_day()
    {
        var club = await server.SetUpClub();
        await using var second = await PadelServer.Start(new PadelServerOptions { Database = server.Database, Clock = server.Clock });
        var (here, there) = (new AvailabilityProbe(server, club), new AvailabilityProbe(second, club));
        var (court, start) = (club.Courts[0], here.At(Day, 18));
        await using var browser = await LiveSocket.Connect(second, "club=margalla");
        (await there.IsOffered(court, start)).ShouldBeTrue();

        await here.Claim(court, start, 60);

        // The clock stands, so nothing but the message can have told the second process.
        (await browser.DayChanged(Soon)).ShouldBe((club.ClubId, "2026-12-03"));
        (await there.IsOffered(court, start)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_listener_comes_back_after_it_was_cut_off()
    {
        var club = await server.SetUpClub();
        await using var second = await PadelServer.Start(new PadelServerOptions { Database = server.Database, Clock = server.Clock });
        await using var browser = await LiveSocket.Connect(second, "club=margalla");
        await using (var sql = await server.Sql())
            await sql.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()");

        (Guid, string?)? told = null;
        for (var tries = 0; tries < 20 && told is null; tries++)
        {
            server.Services.GetRequiredService<DayChanges>().Changed(club.ClubId, Day);
            told = await browser.DayChanged(AMoment);
        }

        told.ShouldBe((club.ClubId, "2026-12-03"));
    }
}
