using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <param name="WaiveFee">Staff only, with a reason.</param>
internal sealed record CancelBookingRequest(string? Reason = null, bool WaiveFee = false);

/// <summary>The owner, or staff, cancels: at the policy's fee until the start. Again is the same answer.</summary>
internal sealed class CancelBooking(Database<BookingModule> database, BookingAccess access, AfterBooking after, TimeProvider clock)
{
    public const int MaxReasonLength = 500;

    public static async Task<Results<Ok<BookingResponse>, Problem>> Handle(
        Guid bookingId, CancelBookingRequest? request, Caller caller, CancelBooking useCase, CancellationToken cancellation)
    {
        var result = await useCase.Run(bookingId, request ?? new CancelBookingRequest(), caller, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<BookingResponse>> Run(Guid bookingId, CancelBookingRequest request, Caller caller, CancellationToken cancellation)
    {
        if (await access.Find(bookingId, caller, cancellation) is not { } seen)
            return RequestErrors.NotFound;
        if (Refusal(request, seen) is { } refusal)
            return refusal;

        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var booking = (await BookingRows.Lock(transaction, bookingId))[0]; // bookings are never deleted
        if (booking.StatusAt(now) is BookingStatus.Cancelled or BookingStatus.Expired)
            return seen.Answer(booking, now);
        var fee = Cancellation.Fee(booking, now);
        if (!fee.IsSuccess)
            return fee.Error;

        var cost = request.WaiveFee ? Money.Zero(booking.Price.Currency) : fee.Value;
        var cancelled = await Cancellation.Write(transaction, booking, seen.Club, cost, request.Reason, seen.Actor(caller), now);
        if (seen.ActsAsStaff || request.WaiveFee)
            await Audit(transaction, seen, booking, cancelled, request, now);
        await transaction.CommitAsync(CancellationToken.None);
        after.Changed(booking.ClubId, booking.BusinessDay);
        return seen.Answer(cancelled, now);
    }

    private static Error? Refusal(CancelBookingRequest request, SeenBooking seen) =>
        request.Reason?.Length > MaxReasonLength ? RequestErrors.Invalid(("reason", $"At most {MaxReasonLength} characters."))
        : !seen.IsOwner && seen.Staff is null ? RequestErrors.NotAllowed
        : !request.WaiveFee ? null
        : seen.Staff is null ? RequestErrors.NotAllowed
        : string.IsNullOrWhiteSpace(request.Reason) ? RequestErrors.Invalid(("reason", "Waiving the fee needs a reason."))
        : null;

    private static Task Audit(
        NpgsqlTransaction transaction, SeenBooking seen, Booking before, Booking cancelled, CancelBookingRequest request, DateTimeOffset now) =>
        AuditLog.Write(transaction, seen.Entry("booking.cancelled") with
        {
            Before = new { before.Status, before.FeeDueMinor },
            After = new { cancelled.Status, cancelled.FeeMinor, cancelled.FeeDueMinor, request.WaiveFee },
            Reason = request.Reason,
        }, now);
}
