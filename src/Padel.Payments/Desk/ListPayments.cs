using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Payments.Paying;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Desk;

/// <summary>A club's payments, newest first.</summary>
internal static class ListPayments
{
    public const int PageSize = 50;

    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    public static async Task<Ok<StaffPaymentList>> Handle(
        string? status, string? method, Guid? cursor, StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var found = (await connection.QueryAsync<Payment>(
            $"""
            select {PaymentRows.Columns} from payments
            where club_id = @ClubId and (@status::text is null or status = @status) and (@method::text is null or method = @method)
              and (@cursor::uuid is null or payment_id < @cursor)
            order by payment_id desc limit @limit
            """, new { staff.ClubId, status, method, cursor, limit = PageSize + 1 })).AsList();
        return TypedResults.Ok(new StaffPaymentList(
            [.. found.Take(PageSize).Select(StaffPaymentBody.Of)], found.Count > PageSize ? found[PageSize - 1].PaymentId : null));
    }
}
