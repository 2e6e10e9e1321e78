using System.Collections.Concurrent;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>
/// What can be booked of a club's business day by one price class, as it was right at one moment. It stays right without a write until
/// <see cref="ValidUntil"/>: then a start passes, a hold lapses, the gap rule lets a start go, or the day comes into reach.
/// </summary>
internal sealed class DayAvailability
{
    private readonly ConcurrentDictionary<int, DaySnapshot> _snapshots = new();

    private DayAvailability(ClubSetup club, DateOnly businessDay, IReadOnlyList<CourtSlots> courts, DateTimeOffset? validUntil)
    {
        Club = club;
        BusinessDay = businessDay;
        Courts = courts;
        ValidUntil = validUntil;
        Whole = DaySnapshot.Of(this, durationMinutes: null);
    }

    public ClubSetup Club { get; }

    public DateOnly BusinessDay { get; }

    public IReadOnlyList<CourtSlots> Courts { get; }

    /// <summary>The first moment at which the content may differ; null when only a write can change it.</summary>
    public DateTimeOffset? ValidUntil { get; }

    /// <summary>With every length.</summary>
    public DaySnapshot Whole { get; }

    /// <param name="durationMinutes">One length only; null for all. The caller passes lengths the club sells, so there are few.</param>
    public DaySnapshot Snapshot(int? durationMinutes) =>
        durationMinutes is { } only ? _snapshots.GetOrAdd(only, static (minutes, day) => DaySnapshot.Of(day, minutes), this) : Whole;

    public bool IsRightAt(DateTimeOffset now) => ValidUntil is not { } until || now < until;

    /// <param name="claims">The day's claims that count at <paramref name="now"/>.</param>
    public static DayAvailability Of(ClubSetup club, DateOnly businessDay, IReadOnlyCollection<Claim> claims, string priceClass, DateTimeOffset now)
    {
        if (!BookingWindow.Of(club, now).Contains(businessDay))
            return Outside(club, businessDay, now);
        if (SlotDay.Of(club, businessDay) is not { } day)
            return Empty(club, businessDay, validUntil: null);

        var byCourt = claims.ToLookup(claim => claim.CourtId, claim => claim.During);
        var courts = club.Courts.Select(court => new CourtSlots(court,
            [.. FreeSlots.Of(day, byCourt[court.CourtId], now).Select(slot => Priced(club, day, court, slot, priceClass)).OfType<OpenSlot>()]));
        return new DayAvailability(club, businessDay, [.. courts], SlotChanges.NextAfter(now, day, claims));
    }

    /// <summary>A day that cannot be booked: gone, or not yet in reach.</summary>
    public static DayAvailability Outside(ClubSetup club, DateOnly businessDay, DateTimeOffset now) =>
        Empty(club, businessDay, businessDay > BookingWindow.Of(club, now).LastDay ? BookingWindow.OpensAt(club, businessDay) : null);

    private static DayAvailability Empty(ClubSetup club, DateOnly businessDay, DateTimeOffset? validUntil) =>
        new(club, businessDay, [.. club.Courts.Select(court => new CourtSlots(court, []))], validUntil);

    // A length without a price is not for sale; a start without a length left is no start.
    private static OpenSlot? Priced(ClubSetup club, SlotDay day, Court court, FreeSlot slot, string priceClass)
    {
        var options = new List<SlotOption>(slot.Durations.Count);
        foreach (var duration in slot.Durations)
        {
            var quote = club.Prices.Quote(court, day.BusinessDay, slot.Start.WallMinute, duration, priceClass);
            if (quote.IsSuccess)
                options.Add(new SlotOption(duration, quote.Value.Total, quote.Value.IsPeak));
        }

        return options.Count == 0 ? null : new OpenSlot(day.InstantOf(slot.Start.Minute), options);
    }
}

/// <summary>A claim that counts: what <c>occupancies.during</c> covers, buffer included.</summary>
internal readonly record struct Claim(Guid CourtId, TimeSlot During, DateTimeOffset? ExpiresAt);

internal sealed record CourtSlots(Court Court, IReadOnlyList<OpenSlot> Slots);

internal sealed record OpenSlot(DateTimeOffset StartsAt, IReadOnlyList<SlotOption> Options);

/// <param name="Peak">A part of it costs more than the base price.</param>
internal sealed record SlotOption(int DurationMinutes, Money Price, bool Peak);
