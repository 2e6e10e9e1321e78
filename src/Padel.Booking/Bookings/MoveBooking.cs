using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Booking.Desk;
using Padel.Booking.Payments;
using Padel.Contracts;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <param name="OverrideReason">Lets staff break the club's rules.</param>
internal sealed record MoveBookingRequest(Guid CourtId, DateTimeOffset StartsAt, int DurationMinutes, string? OverrideReason = null);

/// <summary>
/// Another court or time for a booking. The old claim is released and the new one taken in one transaction, which is rolled back when the
/// new place is taken. The price is made by the rules of the day it was booked.
/// </summary>
internal sealed class MoveBooking(
    Database<BookingModule> database, BookingAccess access, TakenSlot taken, AfterBooking after, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid bookingId, MoveBookingRequest request, Caller caller, MoveBooking useCase, HttpContext http)
    {
        var key = IdempotencyKey.IfSent(http, caller.UserId, nameof(MoveBooking), new { bookingId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await Collisions.Retry(() => useCase.Run(bookingId, request, caller, key.Value, http));
        if (!result.IsSuccess)
            return new Problem(result.Error);
        return result.Value;
    }

    private async Task<Result<StoredAnswer>> Run(
        Guid bookingId, MoveBookingRequest request, Caller caller, IdempotencyKey? key, HttpContext http)
    {
        var problems = StaffRules.Problems(request.StartsAt, request.DurationMinutes, request.OverrideReason).ToArray();
        if (problems.Length > 0)
            return RequestErrors.Invalid(problems);
        if (await access.Find(bookingId, caller, http.RequestAborted) is not { } seen)
            return RequestErrors.NotFound;
        if (!seen.IsOwner && seen.Staff is null)
            return RequestErrors.NotAllowed;
        if (seen.Club.FindCourt(request.CourtId) is not { } court)
            return BookingErrors.UnknownCourt;
        var version = EntityVersion.IfMatch(http.Request);
        if (!version.IsSuccess)
            return version.Error;

        var move = new Move(seen, Place.Of(seen.Club, court, request.StartsAt, request.DurationMinutes), request, version.Value, key);
        var result = await Write(move, caller, http.RequestAborted);
        if (result.IsSuccess)
            http.Response.Headers.ETag = EntityVersion.Write(version.Value + 1);
        return result.Error == BookingErrors.SlotTaken
            ? await taken.Answer(move.To, seen.Booking.PlayerId, http.RequestAborted)
            : result;
    }

    private async Task<Result<StoredAnswer>> Write(Move move, Caller caller, CancellationToken cancellation)
    {
        var (club, now) = (move.To.Club, clock.Now());
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Occupancies.LockArrangement(transaction, club.ClubId);
        if (move.Key is not null && await Idempotency.Find(connection, move.Key, transaction) is { } before)
            return before;

        var booking = (await BookingRows.Lock(transaction, move.Seen.Booking.BookingId))[0]; // bookings are never deleted
        await HoldExpiry.ReleaseInTheWay(transaction, club, [move.To.Court.CourtId], move.To.Claim, now);
        var others = await Occupancies.Taken(connection, move.To, now, except: booking.BookingId, transaction);
        var prices = await ClubStore.PricesAt(transaction, club, booking.CreatedAt);
        var decision = move.Decide(booking, prices, await PriceClass(transaction, booking, now), others, now);
        if (!decision.IsSuccess)
            return decision.Error;

        var moved = decision.Value;
        await Occupancies.Release(transaction, [booking.BookingId], now);
        if (!await Occupancies.TakeAll(transaction, [NewClaim.Of(moved, move.To)], now))
            return BookingErrors.SlotTaken;
        await Update(transaction, moved, now);
        moved = await BookingMoney.Count(transaction, moved, now);
        await BookingNews.Tell(transaction, EventTypes.Booking.Moved, moved, club, move.Seen.Actor(caller), now);
        if (move.Seen.ActsAsStaff)
            await AuditLog.Write(transaction, move.Entry(booking, moved), now);
        var answer = await Answer(transaction, move, moved, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        after.Changed(club.ClubId, booking.BusinessDay, moved.BusinessDay);
        return answer;
    }

    private static async Task<StoredAnswer> Answer(NpgsqlTransaction transaction, Move move, Booking moved, DateTimeOffset now)
    {
        var body = move.Seen.Answer(moved, now);
        return move.Key is null
            ? new StoredAnswer(StatusCodes.Status200OK, Idempotency.Serialize(body), null, Replayed: false)
            : await Idempotency.Store(transaction, move.Key, Platform.Http.Answer.Ok(body), now);
    }

    private static Task<string?> PriceClass(NpgsqlTransaction transaction, Booking booking, DateTimeOffset now) =>
        transaction.Connection!.ExecuteScalarAsync<string?>( // a transaction in use has its connection
            """
            select case when plan_class_until > @now then plan_class else price_class end
            from standings where club_id = @ClubId and player_id = @PlayerId
            """, new { booking.ClubId, booking.PlayerId, now }, transaction);

    private static Task<int> Update(NpgsqlTransaction transaction, Booking moved, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update bookings set court_id = @CourtId, starts_at = @StartsAt, ends_at = @EndsAt, business_day = @BusinessDay, price_minor = @PriceMinor,
                pay_now_minor = @PayNowMinor, price_segments = @PriceSegments::jsonb, hold_expires_at = @HoldExpiresAt::timestamptz,
                version = @Version, updated_at = @now
            where booking_id = @BookingId
            """,
            new
            {
                moved.BookingId, moved.CourtId, moved.StartsAt, moved.EndsAt, moved.BusinessDay, moved.PriceMinor, moved.PayNowMinor, moved.PriceSegments,
                moved.HoldExpiresAt, moved.Version, now,
            }, transaction);
}
