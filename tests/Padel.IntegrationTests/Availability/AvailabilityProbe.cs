using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Clubs;
using Padel.Booking.Live;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Availability;

/// <summary>Asks for a day, and claims time the way any writer does: a row, then a word to <see cref="DayChanges"/>.</summary>
internal sealed record AvailabilityProbe(PadelServer Server, ClubSetup Club)
{
    public async Task<List<(string Court, DateTimeOffset StartsAt, int Duration)>> Offers(DateOnly day)
    {
        var body = await Server.Anyone.GetFromJsonAsync<JsonElement>(Path(day), TestContext.Current.CancellationToken);
        return [.. from court in body.GetProperty("courts").EnumerateArray()
                   from slot in court.GetProperty("slots").EnumerateArray()
                   from option in slot.GetProperty("options").EnumerateArray()
                   select (court.GetProperty("name").GetString(), slot.GetProperty("startsAt").GetDateTimeOffset(), option.GetProperty("durationMinutes").GetInt32())];
    }

    public async Task<bool> IsOffered(Court court, DateTimeOffset startsAt, int duration = 60) =>
        (await Offers(Club.Hours.BusinessDayOf(startsAt, Club.Zone))).Contains((court.Name, startsAt, duration));

    public string Path(DateOnly day) => $"/api/v1/clubs/{Club.Slug}/availability?date={day:yyyy-MM-dd}";

    /// <param name="heldUntil">A hold that lapses then; null for a booking.</param>
    /// <param name="tell">Whether this process hears of it, as it does of its own commits.</param>
    public async Task Claim(Court court, DateTimeOffset from, int minutes, DateTimeOffset? heldUntil = null, bool tell = true)
    {
        var businessDay = Club.Hours.BusinessDayOf(from, Club.Zone);
        await using (var sql = await Server.Sql())
        {
            await sql.ExecuteAsync(
                """
                insert into booking.occupancies (occupancy_id, club_id, court_id, business_day, during, kind, owner_id, expires_at, created_at)
                values (@id, @ClubId, @CourtId, @businessDay, tstzrange(@from, @to), @kind, @id, @heldUntil, @from)
                """,
                new
                {
                    id = Guid.CreateVersion7(), Club.ClubId, court.CourtId, businessDay, to = from.AddMinutes(minutes),
                    kind = heldUntil is null ? "booking" : "hold", heldUntil, from,
                });
        }

        if (tell)
            Server.Services.GetRequiredService<DayChanges>().Changed(Club.ClubId, businessDay);
    }

    public DateTimeOffset At(DateOnly day, int hour, int minute = 0) => Club.Zone.InstantOf(day, (hour * 60) + minute);
}
