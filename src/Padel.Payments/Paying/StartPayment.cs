using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Paying;

/// <summary>
/// A player pays: for a booking, into the wallet, for a plan. The attempt is stored and committed, then its gateway is asked, then the answer
/// says what to do next. A repeat finds the same attempt; what it is told is how that one stands now, because the way to the gateway's page
/// is not for keeping.
/// </summary>
internal sealed class StartPayment(
    Database<PaymentsModule> database, OpenAttempt attempts, BeginAtGateway begin, GatewayDesk desk, CallsBeside calls, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        StartPaymentRequest request, Caller caller, StartPayment useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, caller.UserId, nameof(StartPayment), request.WithoutPayer);
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(request, caller, key.Value, http, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(
        StartPaymentRequest request, Caller caller, IdempotencyKey key, HttpContext http, CancellationToken cancellation)
    {
        OpenedAttempt? opened = null;
        var stored = await Idempotency.Once(database.Source, key, clock.Now(), async transaction =>
        {
            var attempt = await Open(transaction, request, caller);
            if (!attempt.IsSuccess)
                return attempt.Error;
            opened = attempt.Value;
            return Answer.Created($"/api/v1/payments/{opened.Payment.PaymentId}", new AttemptName(opened.Payment.PaymentId));
        }, cancellation);
        if (!stored.IsSuccess)
            return stored.Error;
        signals.Raised(PaymentsModule.ServiceName);
        if (!stored.Value.Replayed && opened?.Replaced is { Gateway: not null } replaced)
            calls.TryRun(token => desk.Cancel(replaced, token));

        var paymentId = JsonSerializer.Deserialize<AttemptName>(stored.Value.Body, ApiJson.Options)!.PaymentId; // written so above
        var body = await Go(paymentId, request, caller, http, cancellation);
        return stored.Value with { Body = Idempotency.Serialize(body) };
    }

    private async Task<Result<OpenedAttempt>> Open(NpgsqlTransaction transaction, StartPaymentRequest request, Caller caller)
    {
        var now = clock.Now();
        var actor = PaymentNews.ByPlayer(caller.UserId);
        if (request.Purpose != StartPaymentRequest.ForBooking)
            return await attempts.ForPlayer(transaction, request, request.ClubId!.Value, caller.UserId, actor, now); // asked for before
        var charge = await ChargeRows.Lock(transaction, request.BookingId!.Value); // asked for before
        if (charge is null || charge.PlayerId != caller.UserId)
            return RequestErrors.NotFound;
        return await attempts.ForBooking(transaction, charge, request.Method, request.PlanId, request.HasPhone, actor, now);
    }

    private async Task<PaymentBody> Go(Guid paymentId, StartPaymentRequest request, Caller caller, HttpContext http, CancellationToken cancellation)
    {
        var payment = await Read(paymentId, cancellation);
        PaymentActionBody? action = null;
        if (payment is { IsLive: true, Gateway: not null })
        {
            action = await begin.Run(payment, PayerOf(request, caller), http, cancellation);
            payment = await Read(paymentId, cancellation);
        }

        await using var connection = await database.Open(cancellation);
        return await PaymentAnswers.Of(connection, payment, action);
    }

    private async Task<Payment> Read(Guid paymentId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return (await PaymentRows.Find(connection, paymentId))!; // payments are never deleted
    }

    // A card page may be told who pays; a wallet is called only at the number that was typed for it.
    private static PayerInput PayerOf(StartPaymentRequest request, Caller caller) => new(
        request.HasPhone ? request.Phone : request.Method == "card" ? caller.Phone : null,
        string.IsNullOrWhiteSpace(request.CnicLast6) ? null : request.CnicLast6, caller.Email, caller.Name);

    private sealed record AttemptName(Guid PaymentId);
}
