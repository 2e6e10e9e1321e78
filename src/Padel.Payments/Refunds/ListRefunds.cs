using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Refunds;

/// <summary>A club's refunds, newest first.</summary>
internal static class ListRefunds
{
    public const int PageSize = 50;

    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    public static async Task<Ok<RefundList>> Handle(
        string? status, Guid? cursor, StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var found = (await connection.QueryAsync<Refund>(
            $"""
            select {RefundRows.Columns} from refunds
            where club_id = @ClubId and (@status::text is null or status = @status) and (@cursor::uuid is null or refund_id < @cursor)
            order by refund_id desc limit @limit
            """, new { staff.ClubId, status, cursor, limit = PageSize + 1 })).AsList();
        var page = found.Take(PageSize).ToList();
        var methods = (await connection.QueryAsync<(Guid PaymentId, string Method, string? Gateway)>(
            "select payment_id, method, gateway from payments where payment_id = any(@ids)",
            new { ids = page.Select(refund => refund.PaymentId).ToArray() })).ToDictionary(row => row.PaymentId);
        return TypedResults.Ok(new RefundList(
            page.ConvertAll(refund => RefundBody.Of(refund, methods[refund.PaymentId].Method, methods[refund.PaymentId].Gateway)),
            found.Count > PageSize ? page[^1].RefundId : null));
    }
}
