using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;
using Padel.Payments.Settings;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Reconciliation;

/// <param name="Gateway">A gateway's name, or <c>terminal</c>: the bank pays out the desk's card terminal too.</param>
/// <param name="GrossMinor">What the gateway settled; <paramref name="FeeMinor"/> of it is its fee, the rest reached the bank.</param>
/// <param name="BankReference">As the bank statement names it: the same payout is recorded once.</param>
internal sealed record RecordPayoutRequest(string Gateway, long GrossMinor, long FeeMinor, string BankReference)
{
    public const string Terminal = "terminal";
    private const int MaxReferenceLength = 100;

    public Error? Invalid()
    {
        var problems = new List<(string, string)>();
        if (Gateway != Terminal && GatewayCatalogue.Find(Gateway) is null)
            problems.Add(("gateway", "One of the club's gateways, or terminal."));
        if (GrossMinor <= 0)
            problems.Add(("grossMinor", "More than nothing."));
        if (FeeMinor < 0 || FeeMinor > GrossMinor)
            problems.Add(("feeMinor", "From nothing to the gross amount."));
        if (string.IsNullOrWhiteSpace(BankReference) || BankReference.Length > MaxReferenceLength)
            problems.Add(("bankReference", $"1 to {MaxReferenceLength} characters."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }
}

/// <param name="Left">What the gateway still holds for the club.</param>
internal sealed record PayoutBody(string Gateway, Money Gross, Money Fee, Money Net, Money Left);

/// <summary>A gateway paid out what it had collected: less its fee it is in the bank. Never more than it holds.</summary>
internal static class RecordPayout
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        RecordPayoutRequest request, StaffMember staff, Database<PaymentsModule> database, TimeProvider clock, HttpContext http,
        CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(RecordPayout), new { staff.ClubId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var now = clock.Now();
        var result = await Idempotency.Once(database.Source, key.Value, now, transaction => Record(transaction, request, staff, now), cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private static async Task<Result<Answer>> Record(NpgsqlTransaction transaction, RecordPayoutRequest request, StaffMember staff, DateTimeOffset now)
    {
        // The club's row lines payouts up: two of them cannot both take the last of what a gateway holds.
        if (await ClubMoneyRows.Lock(transaction, staff.ClubId) is not { } club)
            return RequestErrors.NotFound;
        var accounts = new Accounts(club.ClubId);
        var account = request.Gateway == RecordPayoutRequest.Terminal ? accounts.Terminal : accounts.Gateway(request.Gateway);
        var currency = Currency.Of(club.Currency);
        var holds = await transaction.Connection!.ExecuteScalarAsync<long>( // a transaction in use has its connection
            "select coalesce(sum(amount_minor), 0)::bigint from entries where account = @account", new { account }, transaction);
        if (request.GrossMinor > holds)
            return PaymentErrors.PayoutTooMuch.With("holds", new Money(holds, currency));

        var (gross, fee) = (new Money(request.GrossMinor, currency), new Money(request.FeeMinor, currency));
        var reference = request.BankReference.Trim();
        var posted = await GeneralLedger.Post(transaction, new Posting(
            club.ClubId, "payout", $"{request.Gateway} paid out, bank reference {reference}", PaymentNews.ByStaff(staff.UserId), "payout",
            Guid.CreateVersion7(now), $"payout:{club.ClubId}:{request.Gateway}:{reference}",
            Entry.Debit(accounts.Bank, gross - fee), Entry.Debit(accounts.GatewayFees, fee), Entry.Credit(account, gross)), now);
        if (!posted.IsSuccess)
            return posted.Error;
        if (!posted.Value)
            return PaymentErrors.PayoutKnown;
        await AuditLog.Write(transaction, new AuditEntry(club.ClubId, staff.UserId, staff.Name, "payout.recorded", "gateway", request.Gateway)
        {
            After = new { request.GrossMinor, request.FeeMinor, reference },
        }, now);
        return Answer.Created(
            $"/api/v1/clubs/{club.ClubId}/trial-balance", new PayoutBody(request.Gateway, gross, fee, gross - fee, new Money(holds, currency) - gross));
    }
}
