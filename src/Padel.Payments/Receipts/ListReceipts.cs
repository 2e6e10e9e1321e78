using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>A club's receipts and credit notes, newest first, found by parts of number, customer, booking or payment reference.</summary>
internal static class ListReceipts
{
    private const int MaxSearchLength = 80;

    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    public static async Task<Results<Ok<ReceiptPage>, Problem>> Handle(
        StaffMember staff, Guid? cursor, Database<PaymentsModule> database, CancellationToken cancellation, string search = "")
    {
        if (search.Length > MaxSearchLength)
            return new Problem(RequestErrors.Invalid(("search", $"At most {MaxSearchLength} characters.")));
        var words = search.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await using var connection = await database.Open(cancellation);
        return TypedResults.Ok(await ReceiptRows.OfClub(connection, staff.ClubId, words, cursor));
    }
}
