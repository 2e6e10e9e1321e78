using System.Collections.Concurrent;
using Dapper;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Platform.Data;

namespace Padel.Booking.Availability;

/// <summary>Which prices a signed-in player sees. Remembered for seconds only: what is charged is read again when booking.</summary>
internal sealed class PriceClasses(Database<BookingModule> database, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);
    private const int MaxKept = 10_000;

    private readonly ConcurrentDictionary<(Guid ClubId, Guid PlayerId), (string PriceClass, long ReadAt)> _kept = new();

    /// <param name="playerId">Null for a visitor.</param>
    public ValueTask<string> Of(ClubSetup club, Guid? playerId, CancellationToken cancellation)
    {
        // Most clubs have one price for everybody; then nobody needs to be asked.
        if (playerId is not { } player || !club.Prices.HasClasses)
            return ValueTask.FromResult(PriceBook.StandardClass);
        return _kept.TryGetValue((club.ClubId, player), out var kept) && clock.GetElapsedTime(kept.ReadAt) < KeptFor
            ? ValueTask.FromResult(kept.PriceClass)
            : Read(club.ClubId, player, cancellation);
    }

    /// <summary>Call after the commit of a changed standing.</summary>
    public void Forget(Guid clubId, Guid playerId) => _kept.TryRemove((clubId, playerId), out _);

    private async ValueTask<string> Read(Guid clubId, Guid playerId, CancellationToken cancellation)
    {
        var readAt = clock.GetTimestamp();
        await using var connection = await database.Open(cancellation);
        var priceClass = await connection.ExecuteScalarAsync<string?>(
            """
            select case when plan_class_until > @now then plan_class else price_class end
            from standings where club_id = @clubId and player_id = @playerId
            """, new { clubId, playerId, now = clock.GetUtcNow() })
            ?? PriceBook.StandardClass;
        if (_kept.Count >= MaxKept)
            _kept.Clear();
        _kept[(clubId, playerId)] = (priceClass, readAt);
        return priceClass;
    }
}
