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

/// <summary>
/// They came after all: the fee falls away and the game counts as played, at its price. What the club gave back beyond the fee is due again.
/// </summary>
internal sealed class UndoNoShow(Database<BookingModule> database, ClubCatalogue clubs, AfterBooking after, TimeProvider clock)
{
    public static async Task<Results<Ok<BookingResponse>, Problem>> Handle(
        Guid bookingId, StaffMember staff, UndoNoShow useCase, CancellationToken cancellation, string reason = "")
    {
        if (reason.Length > StaffRules.MaxReasonLength || string.IsNullOrWhiteSpace(reason))
            return new Problem(RequestErrors.Invalid(("reason", $"A reason of at most {StaffRules.MaxReasonLength} characters.")));
        var result = await useCase.Run(bookingId, reason, staff, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<BookingResponse>> Run(Guid bookingId, string reason, StaffMember staff, CancellationToken cancellation)
    {
        var club = (await clubs.Find(staff.ClubId, cancellation))!; // the staff policy has found the club
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if ((await BookingRows.Lock(transaction, bookingId)).SingleOrDefault() is not { } booking || booking.ClubId != club.ClubId)
            return RequestErrors.NotFound;
        var others = (await BookingRows.Others(connection, [bookingId], transaction))[bookingId];
        if (booking.Status == BookingStatus.Completed)
            return BookingResponse.Of(booking, club, others, now);
        if (booking.Status != BookingStatus.NoShow)
            return BookingErrors.NotActive;

        var played = await NoShow.Write(
            transaction, booking with { Status = BookingStatus.Completed, FeeMinor = 0, Version = booking.Version + 1 }, club,
            EventTypes.Booking.Completed, BookingNews.ByStaff(staff.UserId), now, reason);
        await AuditLog.Write(transaction, new AuditEntry(club.ClubId, staff.UserId, staff.Name, "booking.no_show_undone", "booking", bookingId.ToString())
        {
            Before = new { booking.Status, booking.FeeMinor, booking.FeeDueMinor }, After = new { played.Status }, Reason = reason,
        }, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        after.Changed(club.ClubId, booking.BusinessDay);
        return BookingResponse.Of(played, club, others, now);
    }
}
