using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Payments.Receipts;

namespace Padel.Tests.Payments.Receipts;

/// <summary>A game paid at the pilot club, to be varied.</summary>
internal static class Sales
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    public static SellingClub Club { get; } =
        new("Margalla Padel Club", null, "F-7, Islamabad", "+923001234567", "Asia/Karachi", "Sales tax", 1600, "1234567-8", "");

    public static Charge Game { get; } = new()
    {
        Reference = "7KQ2MX9R", CustomerName = "Sara Ahmed", CourtName = "Court 2", Currency = "PKR", PriceMinor = 900_000,
        BusinessDay = new DateOnly(2026, 12, 5),
        StartsAt = new DateTimeOffset(2026, 12, 5, 13, 0, 0, TimeSpan.Zero), EndsAt = new DateTimeOffset(2026, 12, 5, 14, 30, 0, TimeSpan.Zero),
    };

    public static ReceiptSale OfGame(long amountMinor = 900_000, string method = "jazzcash", Charge? game = null) => new(
        new Payment { Purpose = "booking", Method = method, Reference = "P7K2M9QX4T", Currency = "PKR", AmountMinor = amountMinor },
        Club, game ?? Game, null, new ReceiptCustomer("Sara Ahmed", null, null, null));

    public static ReceiptSale OfTopUp() => new(
        new Payment { Purpose = "top_up", Method = "cash", Reference = "P7K2M9QX4T", Currency = "PKR", AmountMinor = 500_000 },
        Club, null, null, new ReceiptCustomer("Sara Ahmed", null, null, null));
}
