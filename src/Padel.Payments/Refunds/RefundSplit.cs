using Padel.Kernel;
using Padel.Payments.Paying;

namespace Padel.Payments.Refunds;

internal enum RefundWay
{
    /// <summary>By a posting of ours: wallets, plans, the drawer.</summary>
    AtOnce,
    ByGateway,

    /// <summary>No machine can do it.</summary>
    ByHand,
}

/// <summary>One payment's part of what goes back.</summary>
internal sealed record RefundPart(Payment Payment, long AmountMinor, string Destination, RefundWay Way);

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
            if (Route(payment, wish, (payment.PlayerId ?? playerId) is not null, canRefund) is not { } route)
                return PaymentErrors.NoWallet;
            parts.Add(new RefundPart(payment, amount, route.Destination, route.Way));
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

    private static (string Destination, RefundWay Way)? Route(Payment payment, RefundWish wish, bool hasPlayer, Func<string, bool> canRefund) =>
        (payment.Method, wish.To) switch
        {
            ("plan", _) => (RefundDestination.Plan, RefundWay.AtOnce),
            ("wallet", _) => (RefundDestination.Wallet, RefundWay.AtOnce),
            ("cash" or "terminal", _) when wish.Kind == RefundKind.Correction => (RefundDestination.Source, RefundWay.AtOnce),
            (_, RefundDestination.Cash) => (RefundDestination.Cash, RefundWay.AtOnce),
            (_, RefundDestination.Wallet) => hasPlayer ? (RefundDestination.Wallet, RefundWay.AtOnce) : null,
            _ when payment.Gateway is { } gateway && canRefund(gateway) => (RefundDestination.Source, RefundWay.ByGateway),
            _ when hasPlayer => (RefundDestination.Wallet, RefundWay.AtOnce),
            ("cash" or "terminal", _) => (RefundDestination.Cash, RefundWay.ByHand),
            _ => (RefundDestination.Source, RefundWay.ByHand),
        };
}
