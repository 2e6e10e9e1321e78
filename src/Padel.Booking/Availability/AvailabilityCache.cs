using System.Collections.Concurrent;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Platform.Data;

namespace Padel.Booking.Availability;

/// <summary>
/// The days that were asked for lately, by club, business day and price class. A commit in this process evicts its day at once; what another
/// process wrote shows within <see cref="MaxAge"/>, without any message between them.
/// </summary>
internal sealed class AvailabilityCache(Database<BookingModule> database, ClubCatalogue catalogue, TimeProvider clock)
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(750);

    /// <summary>Club days kept; about 20 kB each and price class. When full, the quarter that was unused longest goes.</summary>
    private const int MaxDays = 512;

    private readonly ConcurrentDictionary<(Guid ClubId, DateOnly BusinessDay), CachedDay> _days = new();

    /// <summary>The day if the copy in hand is right: the hot path, without a task.</summary>
    public DayAvailability? FindYoung(ClubSetup club, DateOnly businessDay, string priceClass)
    {
        if (!_days.TryGetValue((club.ClubId, businessDay), out var day) || !day.ByClass.TryGetValue(ClassAt(club, priceClass), out var copy))
            return null;
        day.LastUsed = clock.GetTimestamp();
        return copy.Young is { } availability && ReferenceEquals(availability.Club, club) && availability.IsRightAt(clock.GetUtcNow())
            ? availability
            : null;
    }

    public async ValueTask<DayAvailability> Get(ClubSetup club, DateOnly businessDay, string priceClass, CancellationToken cancellation)
    {
        if (FindYoung(club, businessDay, priceClass) is { } young)
            return young;
        var now = clock.GetUtcNow();
        if (!BookingWindow.Of(club, now).Contains(businessDay))
            return DayAvailability.Outside(club, businessDay, now); // not kept: anybody could fill the memory with dates
        // A load that was under way may have looked at the clock just before something changed by itself: then once more.
        var copy = CopyOf(club, businessDay, ClassAt(club, priceClass));
        var loaded = await copy.Load(cancellation);
        return loaded.IsRightAt(clock.GetUtcNow()) ? loaded : await copy.Load(cancellation);
    }

    /// <summary>Call after the commit of anything that claims or releases time on that day.</summary>
    public void Evict(Guid clubId, DateOnly businessDay)
    {
        // A buffer or a changed closing hour may reach into the days beside it.
        for (var offset = -1; offset <= 1; offset++)
        {
            if (_days.TryGetValue((clubId, businessDay.AddDays(offset)), out var day))
                day.Evict();
        }
    }

    /// <summary>Call after the commit of a change to the club's set-up.</summary>
    public void EvictClub(Guid clubId)
    {
        foreach (var (key, day) in _days)
        {
            if (key.ClubId == clubId)
                day.Evict();
        }
    }

    // Classes that no rule names pay the standard price: one copy serves them all.
    private static string ClassAt(ClubSetup club, string priceClass) =>
        club.Prices.Names(priceClass) ? priceClass : PriceBook.StandardClass;

    private FreshCopy<DayAvailability> CopyOf(ClubSetup club, DateOnly businessDay, string priceClass)
    {
        if (_days.Count >= MaxDays)
            Trim();
        var day = _days.GetOrAdd((club.ClubId, businessDay), _ => new CachedDay());
        day.LastUsed = clock.GetTimestamp();
        return day.ByClass.GetOrAdd(
            priceClass,
            name => new FreshCopy<DayAvailability>(clock, MaxAge, previous => Load(club.ClubId, businessDay, name, previous)));
    }

    private async Task<DayAvailability> Load(Guid clubId, DateOnly businessDay, string priceClass, DayAvailability? previous)
    {
        var club = await catalogue.Find(clubId, CancellationToken.None)
            ?? throw new InvalidOperationException($"Club {clubId} is gone while its day is built.");
        var now = clock.GetUtcNow();
        var claims = await DayClaims.Read(database.Source, club, businessDay, now);
        var built = DayAvailability.Of(club, businessDay, claims, priceClass, now);
        // The same content keeps its compressed bytes.
        return previous is not null && ReferenceEquals(previous.Club, club) && previous.ValidUntil == built.ValidUntil
            && previous.Whole.Identity.AsSpan().SequenceEqual(built.Whole.Identity)
            ? previous
            : built;
    }

    private void Trim()
    {
        foreach (var (key, _) in _days.OrderBy(day => day.Value.LastUsed).Take(MaxDays / 4).ToList())
            _days.TryRemove(key, out _);
    }

    private sealed class CachedDay
    {
        private long _lastUsed;

        public ConcurrentDictionary<string, FreshCopy<DayAvailability>> ByClass { get; } = new(StringComparer.Ordinal);

        public long LastUsed
        {
            get => Volatile.Read(ref _lastUsed);
            set => Volatile.Write(ref _lastUsed, value);
        }

        public void Evict()
        {
            foreach (var copy in ByClass.Values)
                copy.Evict();
        }
    }
}
