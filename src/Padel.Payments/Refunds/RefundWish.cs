namespace Padel.Payments.Refunds;

/// <summary>An amount that shall go back.</summary>
/// <param name="To">
/// <c>source</c>: where each payment came from, or the wallet where no machine can; <c>wallet</c>; <c>cash</c>: out of the drawer, now.
/// </param>
/// <param name="Kind">One of <see cref="RefundKind"/>.</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="Actor">Who wants it.</param>
internal sealed record RefundWish(long AmountMinor, string To, string Kind, string Reason, string Actor)
{
    /// <summary>Only this much of the payments, oldest first, is known to the booking; null: all of it.</summary>
    public long? CountedMinor { get; init; }

    /// <summary>Only out of this payment.</summary>
    public Guid? PaymentId { get; init; }

    /// <summary>A manager has to agree first.</summary>
    public bool NeedsApproval { get; init; }
}
