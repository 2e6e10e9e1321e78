using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Wallet;

/// <param name="Method"><c>cash</c> or <c>terminal</c>.</param>
internal sealed record TopUpWalletRequest(long AmountMinor, string Method);

/// <summary>The desk takes cash or a card for a player's wallet.</summary>
internal sealed class TopUpWallet(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    private static readonly string[] Methods = ["cash", "terminal"];

    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid playerId, TopUpWalletRequest request, StaffMember staff, TopUpWallet useCase, HttpContext http, CancellationToken cancellation)
    {
        if (!Methods.Contains(request.Method))
            return new Problem(RequestErrors.Invalid(("method", $"One of {string.Join(", ", Methods)}.")));
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(TopUpWallet), new { staff.ClubId, playerId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await Idempotency.Once(
            useCase.Source, key.Value, useCase.Now, transaction => useCase.Run(transaction, playerId, request, staff), cancellation);
        if (!result.IsSuccess)
            return new Problem(result.Error);
        useCase.Nudge();
        return result.Value;
    }

    private NpgsqlDataSource Source => database.Source;

    private DateTimeOffset Now => clock.Now();

    private void Nudge() => signals.Raised(PaymentsModule.ServiceName);

    private async Task<Result<Answer>> Run(NpgsqlTransaction transaction, Guid playerId, TopUpWalletRequest request, StaffMember staff)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        if (await PlayerWallets.CurrencyOf(connection, staff.ClubId) is not { } currency)
            return RequestErrors.NotFound;
        if (WalletAmount.Problem(request.AmountMinor, currency) is { } invalid)
            return invalid;
        var now = Now;
        var payment = new Payment
        {
            PaymentId = Guid.CreateVersion7(now), ClubId = staff.ClubId, PlayerId = playerId, Purpose = StartPaymentRequest.ForTopUp, Method = request.Method,
            Reference = AttemptReference.New(now), Currency = currency.Code, AmountMinor = request.AmountMinor, Status = PaymentStatus.Created,
            Actor = PaymentNews.ByStaff(staff.UserId), CreatedAt = now,
        };
        await PaymentRows.Insert(transaction, payment);
        var settled = await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, null, null), "desk", now);
        if (!settled.IsSuccess)
            return settled.Error;
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "wallet.topped_up", "player", playerId.ToString())
        {
            After = new { payment.PaymentId, request.AmountMinor, request.Method },
        }, now);
        return Answer.Created($"/api/v1/payments/{payment.PaymentId}", await PaymentAnswers.Of(connection, settled.Value.Payment));
    }
}
