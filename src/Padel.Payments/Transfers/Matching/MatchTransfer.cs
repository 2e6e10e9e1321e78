using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Transfers.Matching;

/// <param name="AmountMinor">What came, not what was asked for.</param>
/// <param name="LineId">The line of the bank statement, where one is there.</param>
internal sealed record MatchTransferRequest(long AmountMinor, Guid? LineId = null, string? Note = null)
{
    public const int MaxNoteLength = 500;
    public const long MaxAmountMinor = 100_000_000_000;

    public Error? Invalid() =>
        AmountMinor is <= 0 or > MaxAmountMinor ? RequestErrors.Invalid(("amountMinor", "How much came?"))
        : Note?.Length > MaxNoteLength ? RequestErrors.Invalid(("note", $"At most {MaxNoteLength} characters."))
        : null;
}

/// <summary>Staff say that a transfer came: exact, too little, too much, late or twice.</summary>
internal sealed class MatchTransfer(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid paymentId, MatchTransferRequest request, StaffMember staff, MatchTransfer useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(MatchTransfer), new { staff.ClubId, paymentId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(new MatchWish(paymentId, request.AmountMinor, request.LineId, request.Note), staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(MatchWish wish, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var now = clock.Now();
        var result = await Idempotency.Once(database.Source, key, now, async transaction =>
        {
            var said = await TransferMatching.Say(transaction, wish, staff, now);
            return said.Then<Answer>(answer => Answer.Ok(answer));
        }, cancellation);
        signals.Raised(PaymentsModule.ServiceName);
        return result;
    }
}
