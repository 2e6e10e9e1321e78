using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Booking.Clubs;

/// <summary>A manager says how long courts wait for money and how much is due when booking. Bookings already made keep their terms.</summary>
internal sealed class ChangePaymentPolicy(Database<BookingModule> database, ClubCatalogue clubs, TimeProvider clock)
{
    public static async Task<Results<Ok<PaymentPolicy>, Problem>> Handle(
        PaymentPolicy request, StaffMember staff, ChangePaymentPolicy useCase, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        await useCase.Run(request, staff, cancellation);
        return TypedResults.Ok(request);
    }

    private async Task Run(PaymentPolicy policy, StaffMember staff, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var before = await connection.QuerySingleAsync<PaymentPolicy>(
            """
            select hold_minutes as HoldMinutes, transfer_hold_minutes as TransferHoldMinutes, transfer_cutoff_minutes as TransferCutoffMinutes,
                   deposit_percent as DepositPercent
            from clubs where club_id = @ClubId for update
            """, new { staff.ClubId }, transaction);
        if (before == policy)
            return;

        await connection.ExecuteAsync(
            """
            update clubs set hold_minutes = @HoldMinutes, transfer_hold_minutes = @TransferHoldMinutes,
                transfer_cutoff_minutes = @TransferCutoffMinutes, deposit_percent = @DepositPercent, version = version + 1
            where club_id = @ClubId
            """,
            new { staff.ClubId, policy.HoldMinutes, policy.TransferHoldMinutes, policy.TransferCutoffMinutes, policy.DepositPercent }, transaction);
        await AuditLog.Write(
            transaction,
            new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "payment_policy.changed", "club", staff.ClubId.ToString()) { Before = before, After = policy },
            clock.Now());
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        clubs.Invalidate();
    }
}
