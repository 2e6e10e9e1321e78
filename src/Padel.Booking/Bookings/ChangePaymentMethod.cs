using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Booking.Payments;
using Padel.Booking.Standing;
using Padel.Contracts;
using Padel.Contracts.Booking;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

internal sealed record ChangePaymentMethodRequest(string PayWith);

/// <summary>
/// Its owner pays a held booking another way. The court is held no longer than that way gives from the booking on; at the club it stands at
/// once, where that is allowed. The same again changes nothing.
/// </summary>
internal sealed class ChangePaymentMethod(
    Database<BookingModule> database, BookingAccess access, AfterBooking after, PaymentOpening payments, TimeProvider clock)
{
    public static async Task<Results<Ok<BookingResponse>, Problem>> Handle(
        Guid bookingId, ChangePaymentMethodRequest request, Caller caller, ChangePaymentMethod useCase, CancellationToken cancellation)
    {
        if (!PayWith.Known.Contains(request.PayWith))
            return new Problem(RequestErrors.Invalid(("payWith", $"One of {string.Join(", ", PayWith.Known)}.")));
        var result = await useCase.Run(bookingId, request.PayWith, caller, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<BookingResponse>> Run(Guid bookingId, string payWith, Caller caller, CancellationToken cancellation)
    {
        if (await access.Find(bookingId, caller, cancellation) is not { } seen)
            return RequestErrors.NotFound;
        if (!seen.IsOwner)
            return RequestErrors.NotAllowed;
        var now = clock.Now();
        var changed = await Write(seen, payWith, caller, now, cancellation);
        if (!changed.IsSuccess)
            return changed.Error;
        if (changed.Value.ToPay is { } fact)
            await payments.Open(fact);
        return seen.Answer(changed.Value.Booking, now);
    }

    private async Task<Result<Changed>> Write(SeenBooking seen, string payWith, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var standing = await StandingRows.Lock(transaction, seen.Club.ClubId, caller.UserId, now) ?? PlayerStanding.Fresh;
        var booking = (await BookingRows.Lock(transaction, seen.Booking.BookingId))[0]; // bookings are never deleted
        if (booking.IsActive && booking.PayWith == payWith)
            return new Changed(booking, null);
        if (booking.StatusAt(now) != BookingStatus.Held)
            return BookingErrors.NotActive;
        if (standing.Refusal(now) is { } refusal)
            return refusal;
        var choice = new PaymentChoice(payWith, booking.Price, booking.StartsAt, booking.CreatedAt)
        {
            ContactVerified = await IsVerified(transaction, caller), DepositRequired = standing.DepositRequired, HeldUntil = booking.HoldExpiresAt,
        };
        var plan = PaymentPlan.Of(choice, seen.Club.Payments, now);
        if (!plan.IsSuccess)
            return plan.Error;

        var changed = await Write(transaction, booking with { PayWith = payWith, PayNowMinor = plan.Value.PayNow.AmountMinor }, plan.Value, seen, caller, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        after.Changed(booking.ClubId, booking.BusinessDay);
        return changed;
    }

    private static async Task<Changed> Write(
        NpgsqlTransaction transaction, Booking booking, PaymentPlan plan, SeenBooking seen, Caller caller, DateTimeOffset now)
    {
        if (plan.HoldUntil is null)
            return new Changed(await Confirmation.Write(transaction, booking, seen.Club, seen.Actor(caller), now), null);
        var held = booking with { HoldExpiresAt = plan.HoldUntil, NextAction = plan.NextAction, Version = booking.Version + 1 };
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update bookings set pay_with = @PayWith, pay_now_minor = @PayNowMinor, hold_expires_at = @HoldExpiresAt, next_action = @NextAction,
                version = @Version, updated_at = @now
            where booking_id = @BookingId;
            update occupancies set expires_at = @HoldExpiresAt where owner_id = @BookingId and released_at is null;
            """, new { held.BookingId, held.PayWith, held.PayNowMinor, held.HoldExpiresAt, held.NextAction, held.Version, now }, transaction);
        await BookingNews.Tell(transaction, EventTypes.Booking.Held, held, seen.Club, seen.Actor(caller), now);
        var fact = (BookingFactV1)BookingNews.Of(EventTypes.Booking.Held, held, seen.Club, seen.Actor(caller)).Data;
        return new Changed(held, NextStep.IsPayment(held.NextAction) ? fact : null);
    }

    // The token may know of a proof before the event has come.
    private static async Task<bool> IsVerified(NpgsqlTransaction transaction, Caller caller) =>
        caller.PhoneVerified || caller.EmailVerified || await transaction.Connection!.ExecuteScalarAsync<bool>( // as above
            "select phone_verified or email_verified from players where player_id = @UserId", new { caller.UserId }, transaction);

    private sealed record Changed(Booking Booking, BookingFactV1? ToPay);
}
