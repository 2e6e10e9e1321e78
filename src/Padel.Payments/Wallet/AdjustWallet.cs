using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Wallet;

/// <param name="AmountMinor">Signed: what is added, or taken away.</param>
internal sealed record AdjustWalletRequest(long AmountMinor, string Reason);

/// <summary>A manager corrects a player's credit, by a posting of its own and with a reason. Never below zero.</summary>
internal sealed class AdjustWallet(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    private const int MaxReasonLength = 500;

    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid playerId, AdjustWalletRequest request, StaffMember staff, AdjustWallet useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Reason.Trim().Length is 0 or > MaxReasonLength)
            return new Problem(RequestErrors.Invalid(("reason", $"1 to {MaxReasonLength} characters.")));
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(AdjustWallet), new { staff.ClubId, playerId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Once(playerId, request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Once(
        Guid playerId, AdjustWalletRequest request, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var result = await Idempotency.Once(database.Source, key, clock.Now(), transaction => Run(transaction, playerId, request, staff), cancellation);
        if (result.IsSuccess)
            signals.Raised(PaymentsModule.ServiceName);
        return result;
    }

    private async Task<Result<Answer>> Run(NpgsqlTransaction transaction, Guid playerId, AdjustWalletRequest request, StaffMember staff)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        if (await PlayerWallets.CurrencyOf(connection, staff.ClubId) is not { } currency)
            return RequestErrors.NotFound;
        if (request.AmountMinor == long.MinValue || WalletAmount.Problem(Math.Abs(request.AmountMinor), currency) is not null)
            return RequestErrors.Invalid(("amountMinor", $"Whole amounts, more or less, up to {OpenAttempt.MostTopUp}."));
        var now = clock.Now();
        var (accounts, change, reason) = (new Accounts(staff.ClubId), new Money(request.AmountMinor, currency), request.Reason.Trim());
        var postingKey = Guid.CreateVersion7(now);
        var posted = await GeneralLedger.Post(transaction, new Posting(
            staff.ClubId, "adjustment", reason, PaymentNews.ByStaff(staff.UserId), "wallet", playerId, $"wallet:{playerId}:adjusted:{postingKey}",
            Entry.Debit(accounts.Adjustments, change), Entry.Credit(accounts.Wallet(playerId), change)), now);
        if (!posted.IsSuccess)
            return posted.Error;
        await WalletNews.Tell(transaction, staff.ClubId, playerId, change, "adjustment", reason, now);
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "wallet.adjusted", "player", playerId.ToString())
        {
            After = new { request.AmountMinor }, Reason = reason,
        }, now);
        return Answer.Created(
            $"/api/v1/clubs/{staff.ClubId}/players/{playerId}/wallet", (await PlayerWallets.Find(connection, staff.ClubId, playerId))!); // looked up above
    }
}
