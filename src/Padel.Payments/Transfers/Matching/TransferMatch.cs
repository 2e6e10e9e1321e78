namespace Padel.Payments.Transfers.Matching;

/// <summary>What a member of the staff said came for a payment.</summary>
internal sealed record TransferMatch
{
    public Guid MatchId { get; init; }
    public Guid ClubId { get; init; }
    public Guid PaymentId { get; init; }
    public Guid? LineId { get; init; }
    public long AskedMinor { get; init; }
    public long AmountMinor { get; init; }

    /// <summary><c>proposed</c> (a second person must say so too), <c>withdrawn</c> or <c>done</c>.</summary>
    public string State { get; init; } = "";
    public string? Outcome { get; init; }
    public string? Note { get; init; }
    public Guid ProposedBy { get; init; }
    public string ProposedByName { get; init; } = "";
    public DateTimeOffset ProposedAt { get; init; }
    public Guid? ConfirmedBy { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
}
