using Padel.Kernel;
using Padel.Payments.Ledger;

namespace Padel.Payments.Receipts;

/// <summary>Writes the document of a receipt or credit note from what was sold. Pure.</summary>
internal static class ReceiptWriting
{
    public static ReceiptDocument Receipt(ReceiptSale sale, long number, DateTimeOffset now) =>
        Document(sale, number, sale.Payment.Amount, now) with
        {
            Note = IsPrepaid(sale) ? ReceiptWording.Prepaid : PartOf(sale),
        };

    /// <param name="credits">The label of the receipt that this takes back, in part or whole.</param>
    public static ReceiptDocument CreditNote(ReceiptSale sale, ReceiptRefund refund, string? credits, long number, DateTimeOffset now) =>
        Document(sale, number, new Money(refund.AmountMinor, sale.Payment.Amount.Currency), now) with
        {
            IsCreditNote = true,
            Credits = credits,
            PaidWith = refund.Destination switch
            {
                "wallet" => "To club credit",
                "plan" => "Back to the plan",
                "cash" => "In cash at the club",
                _ => $"Back to {ReceiptWording.Method(sale.Payment, sale.Plan)}",
            },
            Note = refund.Reason,
        };

    private static ReceiptDocument Document(ReceiptSale sale, long number, Money total, DateTimeOffset now)
    {
        var date = ClubZone.Of(sale.Club.TimeZone).DateOf(now);
        return new ReceiptDocument
        {
            Label = ReceiptLabel.Of(sale.Club.ReceiptPrefix, sale.Club.Name, date.Year, number),
            Date = date,
            Seller = new ReceiptSeller(sale.Club.Name, sale.Club.LegalName, sale.Club.Address, sale.Club.Phone, sale.Club.TaxNumber),
            Customer = sale.Customer,
            Lines = [Line(sale, total)],
            PaidWith = ReceiptWording.Method(sale.Payment, sale.Plan),
            PaymentReference = sale.Payment.Reference,
            Currency = sale.Payment.Currency,
            TotalMinor = total.AmountMinor,
            Tax = IsPrepaid(sale) ? null : Tax(sale.Club, total),
            BookingReference = sale.Charge?.Reference,
        };
    }

    private static ReceiptLine Line(ReceiptSale sale, Money total) =>
        sale.Charge is { } charge
            ? new ReceiptLine(charge.CourtName, ReceiptWording.When(charge, ClubZone.Of(sale.Club.TimeZone)), total.AmountMinor)
            : sale.Plan is { } plan
                ? new ReceiptLine(plan.Name, ReceiptWording.Term(plan, ClubZone.Of(sale.Club.TimeZone)), total.AmountMinor)
                : new ReceiptLine("Club credit", "Top-up", total.AmountMinor);

    private static ReceiptTax? Tax(SellingClub club, Money total) =>
        club.TaxBasisPoints == 0
            ? null
            : new ReceiptTax(club.TaxLabel ?? "Tax", club.TaxBasisPoints, ContainedTax.In(total, club.TaxBasisPoints).AmountMinor);

    private static string? PartOf(ReceiptSale sale) =>
        sale.Charge is { } charge && charge.PriceMinor > sale.Payment.AmountMinor
            ? $"Part of the price of {ReceiptWording.Amount(charge.Price)}."
            : null;

    // What is paid in advance is taxed when it is used: the receipt of the game says so.
    private static bool IsPrepaid(ReceiptSale sale) => sale.Payment.Purpose == "top_up" || sale is { Payment.Purpose: "plan", Plan.IsPackage: true };
}
