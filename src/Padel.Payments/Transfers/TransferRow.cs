using Padel.Kernel;
using Padel.Payments.Transfers.Matching;

namespace Padel.Payments.Transfers;

/// <summary>A transfer with its booking, its newest proof and what staff said of it.</summary>
internal sealed record TransferRow
{
    public Guid PaymentId { get; init; }
    public string Reference { get; init; } = "";
    public string Purpose { get; init; } = "";
    public string Status { get; init; } = "";
    public string Currency { get; init; } = "";
    public long AmountMinor { get; init; }
    public Guid? BookingId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? PaidAt { get; init; }
    public string? BookingReference { get; init; }
    public string? CustomerName { get; init; }
    public string? CustomerPhone { get; init; }
    public DateTimeOffset? ProofAt { get; init; }
    public string? ProofType { get; init; }
    public string? MatchState { get; init; }
    public long? AskedMinor { get; init; }
    public long? CameMinor { get; init; }
    public string? Outcome { get; init; }
    public Guid? LineId { get; init; }
    public Guid? ProposedBy { get; init; }
    public string? ProposedByName { get; init; }
    public DateTimeOffset? ProposedAt { get; init; }

    public TransferEntry Entry()
    {
        var currency = Kernel.Currency.Of(Currency);
        var proposal = MatchState == TransferMatching.Proposed && CameMinor is { } came && ProposedBy is { } by && ProposedAt is { } at
            ? new TransferProposal(new Money(came, currency), LineId, by, ProposedByName ?? "", at)
            : null;
        return new TransferEntry(
            PaymentId, Reference, Purpose, Status, new Money(AmountMinor, currency), AskedMinor is { } asked ? new Money(asked, currency) : null, Outcome,
            BookingId, BookingReference, CustomerName, CustomerPhone, CreatedAt, ExpiresAt, PaidAt, ProofAt, ProofType, proposal);
    }
}
