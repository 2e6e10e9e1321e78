namespace Padel.Payments.Receipts;

/// <summary>All that a receipt or credit note says, frozen when it is issued. Amounts are minor units of <see cref="Currency"/>.</summary>
internal sealed record ReceiptDocument
{
    public required string Label { get; init; }
    public required DateOnly Date { get; init; }
    public required ReceiptSeller Seller { get; init; }
    public required ReceiptCustomer Customer { get; init; }
    public required IReadOnlyList<ReceiptLine> Lines { get; init; }

    /// <summary>In words: JazzCash, Cash at the club.</summary>
    public required string PaidWith { get; init; }

    /// <summary>Ours, as the gateway and the bank know it.</summary>
    public required string PaymentReference { get; init; }
    public required string Currency { get; init; }
    public required long TotalMinor { get; init; }
    public ReceiptTax? Tax { get; init; }
    public string? BookingReference { get; init; }

    /// <summary>Of a credit note: the receipt it takes back.</summary>
    public string? Credits { get; init; }

    public bool IsCreditNote { get; init; }
    public string? Note { get; init; }
}

internal sealed record ReceiptSeller(string Name, string? LegalName, string? Address, string? Phone, string? TaxNumber);

internal sealed record ReceiptCustomer(string Name, string? CompanyName, string? TaxNumber, string? Address);

/// <param name="Detail">Date and time in the club's time, or what a plan gives.</param>
internal sealed record ReceiptLine(string Text, string? Detail, long AmountMinor);

/// <summary>Contained in the total.</summary>
internal sealed record ReceiptTax(string Label, int BasisPoints, long AmountMinor);
