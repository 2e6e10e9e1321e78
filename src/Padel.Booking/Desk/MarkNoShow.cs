using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Contracts;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Desk;

/// <param name="WaiveFee">With a reason.</param>
internal sealed record MarkNoShowRequest(string? Reason = null, bool WaiveFee = false);

/// <summary>Nobody came: the desk says so once the game has begun, and the policy's fee is due. Again is the same answer.</summary>
internal sealed class MarkNoShow(Database<BookingModule> database, ClubCatalogue clubs, AfterBooking after, TimeProvider clock)
{
    public static async Task<Results<Ok<BookingResponse>, Problem>> Handle(
        Guid bookingId, MarkNoShowRequest? request, StaffMember staff, MarkNoShow useCase, CancellationToken cancellation)
    {
        var wish = request ?? new MarkNoShowRequest();
        if (wish.Reason?.Length > StaffRules.MaxReasonLength)
            return new Problem(RequestErrors.Invalid(("reason", $"At most {StaffRules.MaxReasonLength} characters.")));
        if (wish.WaiveFee && string.IsNullOrWhiteSpace(wish.Reason))
            return new Problem(RequestErrors.Invalid(("reason", "Waiving the fee needs a reason.")));
        var result = await useCase.Run(bookingId, wish, staff, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<BookingResponse>> Run(Guid bookingId, MarkNoShowRequest request, StaffMember staff, CancellationToken cancellation)
    {
        var club = (await clubs.Find(staff.ClubId, cancellation))!; // the staff policy has found the club
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if ((await BookingRows.Lock(transaction, bookingId)).SingleOrDefault() is not { } booking || booking.ClubId != club.ClubId)
            return RequestErrors.NotFound;
        var others = (await BookingRows.Others(connection, [bookingId], transaction))[bookingId];
        if (booking.Status == BookingStatus.NoShow)
            return BookingResponse.Of(booking, club, others, now);
        if (booking.Status is not (BookingStatus.Confirmed or BookingStatus.Completed))
            return BookingErrors.NotActive;
        if (now < booking.StartsAt)
            return BookingErrors.NotBegun;

        var fee = request.WaiveFee ? Money.Zero(booking.Price.Currency) : booking.Policy.NoShowFee(booking.Price);
        var missed = await NoShow.Write(
            transaction, booking with { Status = BookingStatus.NoShow, FeeMinor = fee.AmountMinor, Version = booking.Version + 1 }, club,
            EventTypes.Booking.NoShow, BookingNews.ByStaff(staff.UserId), now, request.Reason);
        await AuditLog.Write(transaction, new AuditEntry(club.ClubId, staff.UserId, staff.Name, "booking.no_show", "booking", bookingId.ToString())
        {
            Before = new { booking.Status }, After = new { missed.Status, missed.FeeMinor, missed.FeeDueMinor, request.WaiveFee }, Reason = request.Reason,
        }, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        after.Changed(club.ClubId, booking.BusinessDay);
        return BookingResponse.Of(missed, club, others, now);
    }
}
