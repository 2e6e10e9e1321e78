using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;

namespace Padel.Tests.Payments.Paying;

/// <summary>Payments and findings for tests: Rs 4,500 by JazzCash, begun at noon, fifteen minutes to pay.</summary>
internal static class Attempts
{
    public static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Money Price = Money.Major(4500, Currency.Pkr);

    public static Payment New(string status = PaymentStatus.Pending) => new()
    {
        PaymentId = Guid.CreateVersion7(), ClubId = Guid.CreateVersion7(), PlayerId = Guid.CreateVersion7(), Purpose = "booking",
        BookingId = Guid.CreateVersion7(), Method = "jazzcash", Gateway = "jazzcash", Reference = "P01ABCDEFGHJKMNPQR", Currency = "PKR",
        AmountMinor = Price.AmountMinor, Status = status, SettledAs = status == PaymentStatus.Paid ? "booking" : null,
        PaidAt = status == PaymentStatus.Paid ? Noon : null, CreatedAt = Noon, ExpiresAt = Noon.AddMinutes(15), NextInquiryAt = Noon.AddSeconds(20),
    };

    public static Finding Said(FindingKind kind, Money? amount = null, string? merchant = null, string? code = null) =>
        Finding.Of(kind, code ?? kind.ToString(), $"{kind}.", canRetry: true) with { Amount = amount, MerchantId = merchant };
}
