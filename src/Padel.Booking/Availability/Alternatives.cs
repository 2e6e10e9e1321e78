using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>What to offer someone who came too late: the same time on another court, then the nearest starts of that business day.</summary>
internal sealed class Alternatives(AvailabilityCache availability)
{
    public const int MaxOffered = 3;

    public async ValueTask<IReadOnlyList<Alternative>> Find(
        ClubSetup club, Guid courtId, DateTimeOffset startsAt, int durationMinutes, string priceClass, CancellationToken cancellation)
    {
        var day = await availability.Get(club, club.Hours.BusinessDayOf(startsAt, club.Zone), priceClass, cancellation);
        return Choose(day, courtId, startsAt, durationMinutes);
    }

    /// <summary>Courts of the same kind are preferred, then the club's own order.</summary>
    public static IReadOnlyList<Alternative> Choose(DayAvailability day, Guid courtId, DateTimeOffset startsAt, int durationMinutes)
    {
        var wanted = day.Club.FindCourt(courtId);
        var all = day.Courts
            .SelectMany(court => court.Slots, (court, slot) => (court.Court, slot.StartsAt, Option: slot.Options.FirstOrDefault(Fits)))
            .Where(found => found.Option is not null && (found.Court.CourtId != courtId || found.StartsAt != startsAt))
            .OrderBy(found => wanted is null || (found.Court.Indoor == wanted.Indoor && found.Court.Surface == wanted.Surface) ? 0 : 1)
            .ThenBy(found => found.Court.CourtId == courtId ? 0 : 1)
            .ThenBy(found => found.Court.Position)
            .ToList();

        // Of each other start one court is enough: three courts at 19:30 tell less than 17:30, 19:30 and 20:00.
        var sameTime = all.Where(found => found.StartsAt == startsAt);
        var nearest = all.Where(found => found.StartsAt != startsAt)
            .DistinctBy(found => found.StartsAt)
            .OrderBy(found => (found.StartsAt - startsAt).Duration())
            .ThenBy(found => found.StartsAt);
        return [.. sameTime.Concat(nearest).Take(MaxOffered).Select(found => new Alternative(
            found.Court.CourtId, found.Court.Name, found.StartsAt, durationMinutes, found.Option!.Price))]; // filtered above

        bool Fits(SlotOption option) => option.DurationMinutes == durationMinutes;
    }
}

internal sealed record Alternative(Guid CourtId, string CourtName, DateTimeOffset StartsAt, int DurationMinutes, Money Price);
