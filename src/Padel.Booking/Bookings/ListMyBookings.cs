using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <param name="NextCursor">Absent on the last page.</param>
internal sealed record BookingPage(IReadOnlyList<BookingResponse> Items, string? NextCursor);

/// <summary>A player's games: those to come, soonest first, or those that are over, latest first; also games somebody else booked with them.</summary>
internal sealed class ListMyBookings(Database<BookingModule> database, ClubCatalogue clubs, TimeProvider clock)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public static async Task<Results<Ok<BookingPage>, Problem>> Handle(
        Caller caller, ListMyBookings useCase, CancellationToken cancellation, string when = "upcoming", int limit = DefaultLimit, string? cursor = null)
    {
        if (when is not ("upcoming" or "past"))
            return new Problem(RequestErrors.Invalid(("when", "One of upcoming, past.")));
        if (limit is < 1 or > MaxLimit)
            return new Problem(RequestErrors.Invalid(("limit", $"1 to {MaxLimit}.")));
        BookingCursor? from = null;
        if (cursor is not null && !BookingCursor.TryRead(cursor, out from))
            return new Problem(RequestErrors.Invalid(("cursor", "Use nextCursor of the page before.")));
        return TypedResults.Ok(await useCase.Run(caller.UserId, when == "upcoming", limit, from, cancellation));
    }

    private async Task<BookingPage> Run(Guid playerId, bool upcoming, int limit, BookingCursor? from, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // Before a connection is taken: the catalogue may need one itself, and many who hold one and wait for another would wait for ever.
        var all = (await clubs.All(cancellation)).ToDictionary(club => club.ClubId);
        await using var connection = await database.Open(cancellation);
        var found = await Read(connection, playerId, upcoming, limit + 1, from, now);
        var page = found.Take(limit).ToList();
        var others = await BookingRows.Others(connection, [.. page.Select(booking => booking.BookingId)]);
        return new BookingPage(
            page.ConvertAll(booking => BookingResponse.Of(booking, all[booking.ClubId], others[booking.BookingId], now)),
            found.Count > limit ? BookingCursor.After(page[^1]).Write() : null);
    }

    // Own games by bookings_of_player, others' by booking_players_of_player; one person's bookings are few enough to sort.
    private static async Task<List<Booking>> Read(
        NpgsqlConnection connection, Guid playerId, bool upcoming, int limit, BookingCursor? from, DateTimeOffset now)
    {
        const string toCome = "b.ends_at > @now and b.status in ('held', 'confirmed') and (b.hold_expires_at is null or b.hold_expires_at > @now)";
        var (condition, order, beyond) = upcoming
            ? (toCome, "b.starts_at, b.booking_id", ">")
            : ($"not ({toCome})", "b.starts_at desc, b.booking_id desc", "<");
        return (await connection.QueryAsync<Booking>(
            $"""
            select {BookingRows.Columns}
            from (
                select booking_id from bookings where player_id = @playerId
                union
                select booking_id from booking_players where player_id = @playerId
            ) mine
            join bookings b on b.booking_id = mine.booking_id
            left join players p on p.player_id = b.player_id
            where {condition} and (@fromStart::timestamptz is null or (b.starts_at, b.booking_id) {beyond} (@fromStart::timestamptz, @fromId::uuid))
            order by {order} limit @limit
            """, new { playerId, now, limit, fromStart = from?.StartsAt, fromId = from?.BookingId })).AsList();
    }
}
