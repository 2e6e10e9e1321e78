using Padel.Kernel;
using Padel.Payments.Paying;

namespace Padel.Payments.Refunds;

/// <summary>One payment's part of what goes back.</summary>
/// <param name="ByHand">No machine can do it.</param>
internal sealed record RefundPart(Payment Payment, long AmountMinor, string Destination, bool ByHand);

/// <summary>Which payments an amount comes out of, and where each part goes. Pure.</summary>
internal static class RefundSplit
{
    /// <param name="sources">Newest first.</param>
    /// <param name="playerId">Of the booking, for payments without one of their own.</param>
    /// <param name="canRefund">Whether money can go back over this gateway.</param>
    public static Result<IReadOnlyList<RefundPart>> Of(
        IReadOnlyList<RefundSource> sources, RefundWish wish, Guid? playerId, Func<string, bool> canRefund)
    {
        var parts = new List<RefundPart>();
        var left = wish.AmountMinor;
        foreach (var (payment, free) in Known(sources, wish))
        {
            var amount = Math.Min(left, free);
            if (amount <= 0)
                continue;
            if (Route(payment, wish.To, (payment.PlayerId ?? playerId) is not null, canRefund) is not { } route)
                return PaymentErrors.NoWallet;
            parts.Add(new RefundPart(payment, amount, route.Destination, route.ByHand));
            left -= amount;
        }

        return left > 0 ? PaymentErrors.RefundTooMuch : parts;
    }

    // Newest first: the newest card is the one that still works, and the last to come is the first to go.
    private static IEnumerable<RefundSource> Known(IReadOnlyList<RefundSource> sources, RefundWish wish)
    {
        var surplus = wish.CountedMinor is { } counted ? Math.Max(0, sources.Sum(source => source.FreeMinor) - counted) : 0;
        foreach (var source in sources.Where(source => wish.PaymentId is null || source.Payment.PaymentId == wish.PaymentId))
        {
            var hidden = Math.Min(surplus, source.FreeMinor);
            surplus -= hidden;
            yield return source with { FreeMinor = source.FreeMinor - hidden };
        }
    }

    private static (string Destination, bool ByHand)? Route(Payment payment, string to, bool hasPlayer, Func<string, bool> canRefund) =>
        (payment.Method, to) switch
        {
            ("plan", _) => (RefundDestination.Plan, false),
            ("wallet", _) => (RefundDestination.Wallet, false),
            (_, RefundDestination.Cash) => (RefundDestination.Cash, false),
            (_, RefundDestination.Wallet) => hasPlayer ? (RefundDestination.Wallet, false) : null,
            _ when payment.Gateway is { } gateway && canRefund(gateway) => (RefundDestination.Source, false),
            _ when hasPlayer => (RefundDestination.Wallet, false),
            ("cash" or "terminal", _) => (RefundDestination.Cash, true),
            _ => (RefundDestination.Source, true),
        };
}
