using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Paying;
using Padel.Payments.Transfers.Matching;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Transfers.Statements;

internal sealed record CreditBankLineRequest(Guid PlayerId, string? Note = null);

/// <summary>Money came that nobody asked for, and staff know whose it is: it becomes the player's credit.</summary>
internal sealed class CreditBankLine(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid lineId, CreditBankLineRequest request, StaffMember staff, CreditBankLine useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Note?.Length > MatchTransferRequest.MaxNoteLength)
            return new Problem(RequestErrors.Invalid(("note", $"At most {MatchTransferRequest.MaxNoteLength} characters.")));
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(CreditBankLine), new { staff.ClubId, lineId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var now = useCase.Now;
        var result = await Idempotency.Once(useCase.Source, key.Value, now, transaction => Run(transaction, lineId, request, staff, now), cancellation);
        useCase.Tell();
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private NpgsqlDataSource Source => database.Source;

    private DateTimeOffset Now => clock.Now();

    private void Tell() => signals.Raised(PaymentsModule.ServiceName);

    private static async Task<Result<Answer>> Run(
        NpgsqlTransaction transaction, Guid lineId, CreditBankLineRequest request, StaffMember staff, DateTimeOffset now)
    {
        if (await TransferMatchRows.LockLine(transaction, staff.ClubId, lineId) is not { } line)
            return RequestErrors.NotFound;
        if (!line.IsOpen)
            return PaymentErrors.LineSettled;
        if (!await transaction.Connection!.ExecuteScalarAsync<bool>( // a transaction in use has its connection
                "select exists (select 1 from people where player_id = @PlayerId)", new { request.PlayerId }, transaction))
            return RequestErrors.Invalid(("playerId", "There is no such player."));
        var amount = new Money(line.AmountMinor, Currency.Of(line.Currency));
        var topUpId = await Proposed(transaction, lineId, request.PlayerId)
            ?? (await TransferDesk.OpenTopUp(transaction, staff.ClubId, request.PlayerId, amount, PaymentNews.ByStaff(staff.UserId), now)).PaymentId;
        var said = await TransferMatching.Say(transaction, new MatchWish(topUpId, line.AmountMinor, lineId, request.Note), staff, now);
        return said.Then<Answer>(answer => Answer.Ok(answer));
    }

    // Above the limit a second person says the same of the same line: that confirms the first one's word.
    private static Task<Guid?> Proposed(NpgsqlTransaction transaction, Guid lineId, Guid playerId) =>
        transaction.Connection!.QueryFirstOrDefaultAsync<Guid?>( // as above
            """
            select m.payment_id from transfer_matches m join payments p on p.payment_id = m.payment_id
            where m.line_id = @lineId and m.state = 'proposed' and p.purpose = 'top_up' and p.player_id = @playerId
            """, new { lineId, playerId }, transaction);
}
