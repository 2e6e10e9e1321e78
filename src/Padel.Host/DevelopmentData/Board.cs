using System.Globalization;
using System.Text.Json;

namespace Padel.Host.DevelopmentData;

/// <summary>
/// Some bookings around today, so that the board is never empty: by the desk, by players, one cancelled, one held, a court closed for an hour.
/// The same day always looks the same, and is filled once.
/// </summary>
internal sealed class Board(BoardApi api, TimeProvider clock)
{
    private const int DaysAhead = 3;
    private const int DeskBookingsPerDay = 14;
    private const string HeldPhone = "+923215550199";

    private static readonly string[] Guests =
    [
        "Hamza Iqbal", "Ayesha Siddiqui", "Bilal Ahmed", "Fatima Noor", "Omar Farooq", "Zainab Hussain", "Hassan Javed", "Mahnoor Ali",
        "Saad Mehmood", "Hira Khan", "Daniyal Butt", "Mariam Yousaf", "Taha Rizvi", "Sana Sheikh", "Faisal Chaudhry", "Iqra Nawaz",
    ];

    private static readonly int[] Lengths = [60, 90, 90, 90, 120];

    public async Task Fill(CancellationToken cancellation)
    {
        var club = await api.Get($"/api/v1/clubs/{PilotClub.Slug}", cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Text(club, "timeZone"));
        var courts = club.GetProperty("courts").EnumerateArray().Select(court => court.GetProperty("courtId").GetGuid()).ToArray();
        var today = DateOnly.Parse(Text(club, "today"), CultureInfo.InvariantCulture);
        var desk = await api.SignIn(Accounts.Staff[0], cancellation);
        for (var offset = 0; offset <= DaysAhead; offset++)
        {
            var day = new Day(today.AddDays(offset), zone, courts);
            if (await DeskBookings(day, desk, cancellation) && offset < 2)
                await PlayersBookings(day, isToday: offset == 0, cancellation);
        }
    }

    /// <returns>False when the day had been filled before.</returns>
    private async Task<bool> DeskBookings(Day day, string desk, CancellationToken cancellation)
    {
        var random = new Random(day.Date.DayNumber); // the same day, the same people: nothing secret
        var made = 0;
        for (var n = 0; n < DeskBookingsPerDay; n++)
        {
            // Evenings fill first; some play in the morning.
            var hour = n % 3 == 0 ? random.Next(7, 15) : random.Next(16, 24);
            var body = new
            {
                courtId = day.Courts[random.Next(day.Courts.Length)],
                startsAt = day.At(hour, random.Next(2) * 30),
                durationMinutes = Lengths[random.Next(Lengths.Length)],
                guest = new { name = Guests[random.Next(Guests.Length)], phone = (string?)$"+92333{random.Next(1_000_000, 9_999_999)}" },
            };
            if (body.startsAt <= clock.GetUtcNow())
                continue;
            var (booking, replayed) = await api.Post(desk, $"/api/v1/clubs/{PilotClub.Slug}/desk-bookings", body, $"board-{day.Date:yyyy-MM-dd}-{n}", cancellation);
            if (replayed)
                return false;
            made += booking is null ? 0 : 1;
        }

        if (made == 0)
            return false;
        await Close(day, desk, cancellation);
        return true;
    }

    private async Task Close(Day day, string desk, CancellationToken cancellation)
    {
        var startsAt = day.At(14, 0);
        if (startsAt <= clock.GetUtcNow())
            return;
        var body = new { courtIds = new[] { day.Courts[^1] }, startsAt, endsAt = day.At(15, 30), kind = "maintenance", reason = "New net on the indoor court" };
        await api.Post(desk, $"/api/v1/clubs/{PilotClub.Slug}/blocks", body, $"board-{day.Date:yyyy-MM-dd}-block", cancellation);
    }

    private async Task PlayersBookings(Day day, bool isToday, CancellationToken cancellation)
    {
        for (var n = 0; n < Accounts.Players.Count; n++)
        {
            var token = await api.SignIn(Accounts.Players[n], cancellation);
            var booking = await Book(token, day, n, cancellation);
            if (n == 0 && !isToday && booking is { } first)
                await api.Post(token, $"/api/v1/bookings/{Text(first, "bookingId")}/cancellation", new { reason = "Two of us cannot come" }, $"board-{day.Date:yyyy-MM-dd}-cancel", cancellation);
        }

        if (isToday)
            await Book(await api.Register("Kamran Akmal", HeldPhone, cancellation), day, Accounts.Players.Count, cancellation);
    }

    // The first place that is free, from the evening on: the shop's own list of what can be booked.
    private async Task<JsonElement?> Book(string token, Day day, int n, CancellationToken cancellation)
    {
        var free = await api.Get($"/api/v1/clubs/{PilotClub.Slug}/availability?date={day.Date:yyyy-MM-dd}", cancellation);
        foreach (var court in free.GetProperty("courts").EnumerateArray().Skip(n).Concat(free.GetProperty("courts").EnumerateArray().Take(n)))
        {
            foreach (var slot in court.GetProperty("slots").EnumerateArray().Where(slot => slot.GetProperty("startsAt").GetDateTimeOffset() >= day.At(18, 0)))
            {
                var option = slot.GetProperty("options").EnumerateArray().Last();
                var body = new
                {
                    courtId = court.GetProperty("courtId").GetGuid(), startsAt = slot.GetProperty("startsAt").GetDateTimeOffset(),
                    durationMinutes = option.GetProperty("durationMinutes").GetInt32(), payWith = "at_club",
                };
                return (await api.Post(token, "/api/v1/bookings", body, $"board-{day.Date:yyyy-MM-dd}", cancellation)).Body;
            }
        }

        return null;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!; // API.md: always there

    /// <summary>A business day of the club and its courts.</summary>
    private sealed record Day(DateOnly Date, TimeZoneInfo Zone, Guid[] Courts)
    {
        public DateTimeOffset At(int hour, int minute)
        {
            var local = Date.ToDateTime(new TimeOnly(hour, minute));
            return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
        }
    }
}
