using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Booking.Payments;
using Padel.Booking.Standing;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <summary>
/// A player books a court. Look, decide, write, answer; what was looked at may change, so the database has the last word: its exclusion
/// constraint on the court, the lock of the standing on the player's limits, the key on repeats.
/// </summary>
internal sealed class BookCourt(
    Database<BookingModule> database, ClubCatalogue clubs, TakenSlot taken, AfterBooking after, PaymentOpening payments, TimeProvider clock)
{
    // Nothing of it was seen when looking: somebody was quicker, or a hold that has lapsed is still written down.
    private static readonly Error InTheWay = BookingErrors.SlotTaken.With("seen", false);

    public static async Task<Results<StoredAnswer, Problem>> Handle(
        BookCourtRequest request, Caller caller, BookCourt useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, caller.UserId, nameof(BookCourt), request);
        if (!key.IsSuccess)
            return new Problem(key.Error);

        var result = await useCase.Run(request, caller, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    public async Task<Result<StoredAnswer>> Run(BookCourtRequest request, Caller caller, IdempotencyKey key, CancellationToken cancellation)
    {
        if (await clubs.FindByCourt(request.CourtId, cancellation) is not { } club || club.FindCourt(request.CourtId) is not { } court)
            return BookingErrors.UnknownCourt;
        var place = Place.Of(club, court, request.StartsAt, request.DurationMinutes);
        var wish = new BookingWish(place, request.PayWith, BookingSource.App) { OtherPlayers = request.Others, CreatedBy = caller.UserId };

        var result = await Collisions.Retry(async () =>
        {
            var made = await Attempt(wish, caller, key, afterLapsedHolds: false, cancellation);
            return made.Error == InTheWay ? await Attempt(wish, caller, key, afterLapsedHolds: true, cancellation) : made;
        });
        if (!result.IsSuccess)
            return result.Error == BookingErrors.SlotTaken ? await taken.Answer(place, caller.UserId, cancellation) : result.Error;
        if (result.Value.ToPay is { } fact)
            await payments.Open(fact);
        return result.Value.Answer;
    }

    /// <param name="afterLapsedHolds">Lapsed holds in the way are ended first.</param>
    private async Task<Result<Made>> Attempt(
        BookingWish wish, Caller caller, IdempotencyKey key, bool afterLapsedHolds, CancellationToken cancellation) =>
        await Try(wish, caller, key, afterLapsedHolds, cancellation) ?? await RecogniseAndTry(wish, caller, key, afterLapsedHolds, cancellation);

    /// <returns>Null when the player is not known well enough yet.</returns>
    private async Task<Result<Made>?> Try(
        BookingWish wish, Caller caller, IdempotencyKey key, bool afterLapsedHolds, CancellationToken cancellation)
    {
        var (club, now) = (wish.Place.Club, clock.Now());
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        var look = await BookingStore.Look(transaction, wish.Place, caller.UserId, key, now);
        if (look.Before is { } before)
            return before.Then<Made>(answer => new Made(answer, ToPay: null));
        if (Facts(look, caller) is not { } facts)
            return null;
        var decision = Booking.Decide(wish, facts, now);
        if (!decision.IsSuccess)
            return decision.Error;
        if (facts.Taken.Any(claim => claim.Overlaps(wish.Place.Claim)))
            return BookingErrors.SlotTaken; // seen already: in a herd on one slot, most are refused without waiting for a claim
        var added = Describe(decision.Value, wish, key, now);
        if (!await Add(transaction, added, club, afterLapsedHolds, now))
            return afterLapsedHolds ? BookingErrors.SlotTaken : InTheWay;

        after.Changed(club.ClubId, wish.Place.BusinessDay);
        return new Made(added.Answer, NextStep.IsPayment(added.Booking.NextAction) ? (BookingFactV1)added.Fact.Data : null);
    }

    private static async Task<bool> Add(NpgsqlTransaction transaction, NewBooking added, ClubSetup club, bool afterLapsedHolds, DateTimeOffset now)
    {
        if (!afterLapsedHolds)
            return await BookingStore.AddAndCommit(transaction, added, now);
        if (!await BookingStore.AddWhereFree(transaction, added, club, now))
            return false;
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        return true;
    }

    private static BookingFacts? Facts(BookingLook look, Caller caller)
    {
        if (look.Player is not { } player || player.IsBehind(caller))
            return null;
        // An account that was closed while its last token still runs.
        var standing = player.HasAccount ? look.Standing : PlayerStanding.Closed;
        return standing is null ? null : new BookingFacts(player.ToCustomer(), standing, look.ActiveBookings, look.Taken);
    }

    private async Task<Result<Made>> RecogniseAndTry(
        BookingWish wish, Caller caller, IdempotencyKey key, bool afterLapsedHolds, CancellationToken cancellation)
    {
        await using (var connection = await database.Open(cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await RecognisePlayer.Run(transaction, Person.Of(caller), clock.Now());
            await RecognisePlayer.EnsureStanding(transaction, wish.Place.Club.ClubId, caller.UserId);
            await transaction.CommitAsync(CancellationToken.None);
        }

        return await Try(wish, caller, key, afterLapsedHolds, cancellation)
            ?? throw new InvalidOperationException("A player who has just been recognised is known.");
    }

    private static NewBooking Describe(Booking booking, BookingWish wish, IdempotencyKey key, DateTimeOffset now)
    {
        var club = wish.Place.Club;
        var others = wish.OtherPlayers.Select(name => new BookingPlayer(null, name, "invited"));
        var body = BookingResponse.Of(booking, club, others, now);
        return new NewBooking(
            booking, NewClaim.Of(booking, wish.Place),
            BookingNews.Of(
                booking.Status == BookingStatus.Held ? EventTypes.Booking.Held : EventTypes.Booking.Confirmed,
                booking, club, BookingNews.ByPlayer(booking.PlayerId!.Value)), // an app booking has its player
            [.. wish.OtherPlayers],
            new StoredAnswer(StatusCodes.Status201Created, Idempotency.Serialize(body), $"/api/v1/bookings/{booking.BookingId}", Replayed: false),
            key);
    }

    /// <param name="ToPay">What Payments is told of a booking that waits for money; null for others, and for a repeat.</param>
    private sealed record Made(StoredAnswer Answer, BookingFactV1? ToPay);
}
