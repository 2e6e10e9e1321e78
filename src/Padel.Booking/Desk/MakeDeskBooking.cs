using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Standing;
using Padel.Contracts;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Desk;

/// <summary>
/// Staff book for a player or a named guest. The same steps as a player's own booking; the rules may be broken with a reason, which lands in
/// the audit log. A time outside every price rule is not sold even so: staff add a rule first, for nobody invents a price here.
/// </summary>
internal sealed class MakeDeskBooking(
    Database<BookingModule> database, ClubCatalogue clubs, TakenSlot taken, AfterBooking after, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        MakeDeskBookingRequest request, StaffMember staff, MakeDeskBooking useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.IfSent(http, staff.UserId, nameof(MakeDeskBooking), new { staff.ClubId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(
        MakeDeskBookingRequest request, StaffMember staff, IdempotencyKey? key, CancellationToken cancellation)
    {
        if (await clubs.Find(staff.ClubId, cancellation) is not { } club || club.FindCourt(request.CourtId) is not { } court)
            return BookingErrors.UnknownCourt;
        var place = Place.Of(club, court, request.StartsAt, request.DurationMinutes);
        var result = await Collisions.Retry(() => Try(request, place, staff, key, cancellation));
        return result.Error == BookingErrors.SlotTaken ? await taken.Answer(place, request.PlayerId, cancellation) : result;
    }

    private async Task<Result<StoredAnswer>> Try(
        MakeDeskBookingRequest request, Place place, StaffMember staff, IdempotencyKey? key, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var playerId = request.PlayerId is { } named ? await RecognisePlayer.Current(transaction, named) : null;
        var look = await BookingStore.Look(transaction, place, playerId, key, now);
        if (look.Before is { } before)
            return before;
        if (request.PlayerId is not null && (look.Player is null || look.Standing is null))
            return BookingErrors.UnknownPlayer;

        var facts = new BookingFacts(
            request.GuestCustomer() ?? look.Player!.ToCustomer(), // one of the two is there: asked above
            look.Standing ?? PlayerStanding.Fresh, look.ActiveBookings, look.Taken);
        var broken = Broken(place, facts, now);
        if (StaffRules.Refusal(broken, request.OverrideReason) is { } refusal) // what took the time may be this very request, sent twice
            return refusal == BookingErrors.SlotTaken && await FirstAnswer(transaction, key) is { } first ? first : refusal;
        var price = place.Price(place.Club.Prices, facts.Standing.PriceClass);
        if (!price.IsSuccess)
            return price.Error;

        var wish = new BookingWish(place, PayWith.AtClub, BookingSource.Desk) { Note = request.Note, CreatedBy = staff.UserId };
        var booking = Bookings.Booking.New(wish, price.Value, facts.Player, now);
        var added = Describe(booking, place, staff, key, now);
        if (!await BookingStore.AddWhereFree(transaction, added, place.Club, now))
            return await FirstAnswer(transaction, key) ?? BookingErrors.SlotTaken;
        await AuditLog.Write(transaction, Entry(booking, staff, request, broken), now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        after.Changed(place.Club.ClubId, place.BusinessDay);
        return added.Answer;
    }

    // A guest has no standing to lock: what took the court may be this very request, sent twice at once.
    private static async Task<Result<StoredAnswer>?> FirstAnswer(NpgsqlTransaction transaction, IdempotencyKey? key) =>
        key is null ? null : await Idempotency.Find(transaction.Connection!, key, transaction); // a transaction in use has its connection

    private static List<Error> Broken(Place place, BookingFacts facts, DateTimeOffset now)
    {
        var broken = StaffRules.Broken(place, facts.Taken, now).ToList();
        if (facts.Standing.Refusal(now) is { } refusal)
            broken.Add(refusal);
        if (facts.Player.PlayerId is not null && facts.ActiveBookings >= place.Club.Limits.ActiveBookings)
            broken.Add(BookingErrors.LimitReached);
        return broken;
    }

    private static NewBooking Describe(Bookings.Booking booking, Place place, StaffMember staff, IdempotencyKey? key, DateTimeOffset now) => new(
        booking, NewClaim.Of(booking, place),
        BookingNews.Of(EventTypes.Booking.Confirmed, booking, place.Club, BookingNews.ByStaff(staff.UserId)), Others: [],
        new StoredAnswer(
            StatusCodes.Status201Created, Idempotency.Serialize(BookingResponse.Of(booking, place.Club, [], now)),
            $"/api/v1/bookings/{booking.BookingId}", Replayed: false), key);

    private static AuditEntry Entry(Bookings.Booking booking, StaffMember staff, MakeDeskBookingRequest request, List<Error> broken) =>
        new(booking.ClubId, staff.UserId, staff.Name, "booking.made_at_desk", "booking", booking.BookingId.ToString())
        {
            After = new
            {
                booking.Reference, booking.CourtId, booking.StartsAt, booking.EndsAt, booking.PlayerId, booking.GuestName, booking.PriceMinor,
                Overridden = broken.Select(error => error.Code),
            },
            Reason = request.OverrideReason,
        };
}
