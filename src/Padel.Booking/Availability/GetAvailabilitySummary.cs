using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Platform.Http;

namespace Padel.Booking.Availability;

/// <summary>How full the coming days are: one line a day for a day strip.</summary>
internal static class GetAvailabilitySummary
{
    public const int MaxDays = 31;

    public static async Task<Results<Ok<AvailabilitySummary>, Problem>> Handle(
        string club, string? from, string? days, ClubCatalogue catalogue, AvailabilityCache availability, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await catalogue.Find(club, cancellation) is not { } setup)
            return new Problem(RequestErrors.NotFound);
        var first = BookingWindow.Of(setup, clock.GetUtcNow()).FirstDay;
        if (from is not null && !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
            return new Problem(RequestErrors.Invalid(("from", "Write the business day as YYYY-MM-DD.")));
        var count = 7;
        if (days is not null && (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > MaxDays))
            return new Problem(RequestErrors.Invalid(("days", $"Ask for 1 to {MaxDays} days.")));

        var lines = new List<DaySummary>(count);
        for (var offset = 0; offset < count && first <= DateOnly.MaxValue.AddDays(-offset - 1); offset++)
            lines.Add(Line(await availability.Get(setup, first.AddDays(offset), PriceBook.StandardClass, cancellation)));
        return TypedResults.Ok(new AvailabilitySummary(setup.ClubId, lines));
    }

    private static DaySummary Line(DayAvailability day)
    {
        var shortest = day.Club.Slots.Durations[0];
        var planned = SlotDay.Of(day.Club, day.BusinessDay);
        var startsOfCourt = planned?.Starts.Count(start => start.Minute + shortest <= planned.Closes) ?? 0;
        var free = day.Courts.SelectMany(court => court.Slots).ToList();
        return new DaySummary(
            day.BusinessDay, free.Count, startsOfCourt * day.Courts.Count, free.Count == 0 ? null : free.Min(slot => slot.StartsAt));
    }
}

internal sealed record AvailabilitySummary(Guid ClubId, IReadOnlyList<DaySummary> Days);

/// <param name="FreeStarts">Starts that can be booked now, counted per court.</param>
/// <param name="TotalStarts">Starts of an empty day, counted per court.</param>
internal sealed record DaySummary(DateOnly Date, int FreeStarts, int TotalStarts, DateTimeOffset? FirstFreeStartsAt);
