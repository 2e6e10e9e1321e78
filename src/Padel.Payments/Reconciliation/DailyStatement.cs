using Padel.Kernel;

namespace Padel.Payments.Reconciliation;

/// <summary>A club's money of one business day, in its own time zone.</summary>
/// <param name="Received">What came, by method and purpose; paid from wallet and plan too, which is no new money.</param>
/// <param name="Refunded">What went back, by where it went.</param>
/// <param name="Earned">Games played, tax included; less what was given back of it.</param>
/// <param name="Fees">For cancelling late and not coming, tax included.</param>
/// <param name="Tax">Contained in <paramref name="Earned"/> and <paramref name="Fees"/>.</param>
/// <param name="WalletTopUps">Of <paramref name="Received"/>.</param>
/// <param name="Accounts">Drawer, bank, terminal and gateways: what they held, what came and went, what they hold.</param>
internal sealed record DailyStatement(
    DateOnly Date, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ReceivedLine> Received, IReadOnlyList<RefundedLine> Refunded, Money Earned,
    Money Fees, Money Tax, Money WalletTopUps, IReadOnlyList<AccountLine> Accounts);

/// <param name="Purpose"><c>booking</c>, <c>top_up</c> or <c>plan</c>.</param>
internal sealed record ReceivedLine(string Method, string? Gateway, string Purpose, int Count, Money Amount);

internal sealed record RefundedLine(string Destination, string Method, int Count, Money Amount);

/// <param name="Account"><c>cash</c>, <c>bank</c>, <c>terminal</c> or <c>gateway:&lt;name&gt;</c>.</param>
internal sealed record AccountLine(string Account, Money Opening, Money In, Money Out, Money Closing);
