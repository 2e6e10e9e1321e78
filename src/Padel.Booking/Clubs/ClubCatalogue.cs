using System.Collections.Frozen;
using Padel.Booking.Availability;
using Padel.Platform.Data;

namespace Padel.Booking.Clubs;

/// <summary>
/// Every club's set-up, in memory. Its age is bounded: a cheap look at the versions tells what another process changed, and only that is
/// loaded again; a change made here is seen at once through <see cref="Invalidate"/>.
/// </summary>
internal sealed class ClubCatalogue
{
    /// <summary>Two processes agree on a club's set-up within this time.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(750);

    /// <summary>Clubs kept in memory; far more than the country has. A few kilobytes each.</summary>
    private const int MaxClubs = 5_000;

    private readonly Database<BookingModule> _database;
    private readonly FreshCopy<Clubs> _clubs;

    public ClubCatalogue(Database<BookingModule> database, TimeProvider clock)
    {
        _database = database;
        _clubs = new FreshCopy<Clubs>(clock, MaxAge, Refresh);
    }

    public async ValueTask<ClubSetup?> Find(string clubIdOrSlug, CancellationToken cancellation)
    {
        var clubs = _clubs.Young ?? await _clubs.Load(cancellation);
        return clubs.Find(clubIdOrSlug);
    }

    public async ValueTask<ClubSetup?> Find(Guid clubId, CancellationToken cancellation)
    {
        var clubs = _clubs.Young ?? await _clubs.Load(cancellation);
        return clubs.ById.GetValueOrDefault(clubId);
    }

    public async ValueTask<ClubSetup?> FindByCourt(Guid courtId, CancellationToken cancellation)
    {
        var clubs = _clubs.Young ?? await _clubs.Load(cancellation);
        return clubs.ByCourt.GetValueOrDefault(courtId);
    }

    /// <summary>By name.</summary>
    public async ValueTask<IReadOnlyList<ClubSetup>> All(CancellationToken cancellation)
    {
        var clubs = _clubs.Young ?? await _clubs.Load(cancellation);
        return clubs.ByName;
    }

    /// <summary>The club if the copy in hand is young enough: the hot path, without a task.</summary>
    public ClubSetup? FindYoung(ReadOnlySpan<char> clubIdOrSlug) => _clubs.Young?.Find(clubIdOrSlug);

    public void Invalidate() => _clubs.Evict();

    private async Task<Clubs> Refresh(Clubs? previous)
    {
        await using var connection = await _database.Open(CancellationToken.None);
        var versions = await ClubStore.Versions(connection, MaxClubs);
        var same = previous?.ByName.Where(club => versions.GetValueOrDefault(club.ClubId) == club.Version).ToList() ?? [];
        if (previous is not null && same.Count == versions.Count && same.Count == previous.ByName.Count)
            return previous;

        Guid[] changed = [.. versions.Keys.Except(same.Select(club => club.ClubId))];
        return new Clubs([.. same, .. await ClubStore.Load(connection, changed)]);
    }

    private sealed class Clubs
    {
        public Clubs(IEnumerable<ClubSetup> clubs)
        {
            ByName = [.. clubs.OrderBy(club => club.Name, StringComparer.Ordinal).ThenBy(club => club.ClubId)];
            ById = ByName.ToFrozenDictionary(club => club.ClubId);
            BySlug = ByName.ToFrozenDictionary(club => club.Slug, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            ByCourt = ByName.SelectMany(club => club.Courts.Select(court => KeyValuePair.Create(court.CourtId, club))).ToFrozenDictionary();
        }

        public IReadOnlyList<ClubSetup> ByName { get; }

        public FrozenDictionary<Guid, ClubSetup> ById { get; }

        public FrozenDictionary<Guid, ClubSetup> ByCourt { get; }

        private FrozenDictionary<string, ClubSetup>.AlternateLookup<ReadOnlySpan<char>> BySlug { get; }

        public ClubSetup? Find(ReadOnlySpan<char> clubIdOrSlug) =>
            BySlug.TryGetValue(clubIdOrSlug, out var club) ? club
            : Guid.TryParse(clubIdOrSlug, out var clubId) ? ById.GetValueOrDefault(clubId)
            : null;
    }
}
