using Dapper;
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

namespace Padel.Payments.Plans;

/// <param name="Method"><c>cash</c>, <c>terminal</c> or <c>wallet</c>.</param>
internal sealed record SellPlanRequest(Guid PlayerId, Guid ProductId, string Method, string? Note = null)
{
    private const int MostNote = 200;
    private static readonly string[] AtTheDesk = ["cash", "terminal", "wallet"];

    public Error? Invalid() =>
        !AtTheDesk.Contains(Method) ? RequestErrors.Invalid(("method", "One of cash, terminal, wallet."))
        : Note?.Length > MostNote ? RequestErrors.Invalid(("note", $"At most {MostNote} characters."))
        : null;
}

/// <param name="PaymentId">Its receipt is found by it.</param>
internal sealed record SoldPlan(Guid PlanId, Guid PaymentId, Guid? ReceiptId);

/// <summary>Staff sell a package or membership at the desk: the money is in the drawer, on the terminal or in the player's wallet already.</summary>
internal sealed class SellPlan(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        SellPlanRequest request, StaffMember staff, SellPlan useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(SellPlan), new { staff.ClubId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(SellPlanRequest request, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var now = clock.Now();
        var result = await Idempotency.Once(database.Source, key, now, transaction => Sell(transaction, request, staff, now), cancellation);
        signals.Raised(PaymentsModule.ServiceName);
        return result;
    }

    private static async Task<Result<Answer>> Sell(NpgsqlTransaction transaction, SellPlanRequest request, StaffMember staff, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        if (!await Knows(connection, request.PlayerId))
            return RequestErrors.NotFound;
        var price = await PlanDesk.Price(connection, staff.ClubId, request.ProductId);
        if (!price.IsSuccess)
            return price.Error;
        var payment = new Payment
        {
            PaymentId = Guid.CreateVersion7(now), ClubId = staff.ClubId, PlayerId = request.PlayerId, Purpose = "plan", ProductId = request.ProductId,
            Method = request.Method, Reference = AttemptReference.New(now), Currency = price.Value.Currency.Code, AmountMinor = price.Value.AmountMinor,
            Status = PaymentStatus.Created, Actor = PaymentNews.ByStaff(staff.UserId), Note = request.Note, CreatedAt = now,
        };
        await PaymentRows.Insert(transaction, payment);
        var settled = await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, null, null), "desk", now);
        if (!settled.IsSuccess)
            return settled.Error;
        var planId = settled.Value.Payment.PlanId ?? throw new InvalidOperationException($"Payment {payment.Reference} began no plan.");
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "plan.sold", "plan", planId.ToString())
        {
            After = new { request.PlayerId, request.ProductId, request.Method, payment.AmountMinor, payment.Reference }, Reason = request.Note,
        }, now);
        var receiptId = await connection.ExecuteScalarAsync<Guid?>(
            "select receipt_id from receipts where payment_id = @PaymentId and kind = 'receipt'", new { payment.PaymentId }, transaction);
        return Answer.Created($"/api/v1/payments/{payment.PaymentId}", new SoldPlan(planId, payment.PaymentId, receiptId));
    }

    // A plan for nobody would be money lost: the person has an account, or has booked or paid before.
    private static Task<bool> Knows(NpgsqlConnection connection, Guid playerId) =>
        connection.ExecuteScalarAsync<bool>(
            """
            select exists (select 1 from people where player_id = @playerId) or exists (select 1 from payments where player_id = @playerId)
                or exists (select 1 from charges where player_id = @playerId)
            """, new { playerId });
}
