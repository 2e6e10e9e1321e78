using Dapper;
using Npgsql;
using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Payments.Plans;

namespace Padel.Payments.Receipts;

/// <summary>What a receipt is about, read in the transaction that issues it.</summary>
/// <param name="Plan">Bought, or what the game was paid with.</param>
internal sealed record ReceiptSale(Payment Payment, SellingClub Club, Charge? Charge, Plan? Plan, ReceiptCustomer Customer)
{
    public static async Task<ReceiptSale> Read(NpgsqlTransaction transaction, Guid paymentId)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var payment = await PaymentRows.Find(connection, paymentId)
            ?? throw new InvalidOperationException($"There is no payment {paymentId}.");
        var charge = payment.BookingId is { } bookingId ? await ChargeRows.Find(connection, bookingId) : null;
        var club = await connection.QuerySingleAsync<SellingClub>(
            """
            select name as Name, legal_name as LegalName, address as Address, phone as Phone, time_zone as TimeZone, tax_label as TaxLabel,
                   tax_basis_points as TaxBasisPoints, tax_number as TaxNumber, receipt_prefix as ReceiptPrefix
            from clubs where club_id = @ClubId
            """, payment, transaction);
        var plan = payment.PlanId is { } planId ? await PlanRows.Find(connection, planId) : null;
        return new ReceiptSale(payment, club, charge, plan, await CustomerOf(connection, payment.PlayerId ?? charge?.PlayerId, charge));
    }

    private static async Task<ReceiptCustomer> CustomerOf(NpgsqlConnection connection, Guid? playerId, Charge? charge)
    {
        var person = playerId is null ? null : await connection.QuerySingleOrDefaultAsync<PersonRow>(
            """
            select coalesce((select name from people where player_id = @playerId),
                            (select customer_name from charges where player_id = @playerId order by updated_at desc limit 1)) as Name,
                   company_name as CompanyName, tax_number as TaxNumber, address as Address
            from (select @playerId as player_id) asked left join receipt_details using (player_id)
            """, new { playerId });
        return new ReceiptCustomer(charge?.CustomerName ?? person?.Name ?? Nameless, person?.CompanyName, person?.TaxNumber, person?.Address);
    }

    private const string Nameless = "Player";

    private sealed record PersonRow(string? Name, string? CompanyName, string? TaxNumber, string? Address);
}

/// <summary>The club as seller, with its settings of this moment.</summary>
internal sealed record SellingClub(
    string Name, string? LegalName, string Address, string? Phone, string TimeZone, string? TaxLabel, int TaxBasisPoints, string? TaxNumber,
    string ReceiptPrefix);
