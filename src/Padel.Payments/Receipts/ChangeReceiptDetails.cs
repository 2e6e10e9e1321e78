using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>A player says what later receipts carry: company, tax number, address. What is absent is taken away.</summary>
internal static class ChangeReceiptDetails
{
    public static async Task<Results<Ok<ReceiptDetails>, Problem>> Handle(
        ReceiptDetails request, Caller caller, Database<PaymentsModule> database, TimeProvider clock, CancellationToken cancellation)
    {
        var details = request.Trimmed();
        if (details.Invalid() is { } invalid)
            return new Problem(invalid);
        await using var connection = await database.Open(cancellation);
        await connection.ExecuteAsync(
            """
            insert into receipt_details (player_id, company_name, tax_number, address, updated_at)
            values (@UserId, @CompanyName, @TaxNumber, @Address, @now)
            on conflict (player_id) do update set company_name = excluded.company_name, tax_number = excluded.tax_number,
                address = excluded.address, updated_at = excluded.updated_at
            """, new { caller.UserId, details.CompanyName, details.TaxNumber, details.Address, now = clock.Now() });
        return TypedResults.Ok(details);
    }
}
