using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Settings;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Plans;

/// <summary>A manager puts a package or membership on sale.</summary>
internal sealed class AddPlanProduct(Database<PaymentsModule> database, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        PlanProductRequest request, StaffMember staff, AddPlanProduct useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(AddPlanProduct), new { staff.ClubId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private Task<Result<StoredAnswer>> Run(PlanProductRequest request, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var now = clock.Now();
        return Idempotency.Once(database.Source, key, now, transaction => Add(transaction, request, staff, now), cancellation);
    }

    private static async Task<Result<Answer>> Add(NpgsqlTransaction transaction, PlanProductRequest request, StaffMember staff, DateTimeOffset now)
    {
        if (await ClubMoneyRows.Find(transaction.Connection!, staff.ClubId, transaction) is not { } club) // a transaction in use has its connection
            return RequestErrors.NotFound;
        var product = request.ToProduct(club.ClubId, club.Currency, now);
        await PlanProductRows.Insert(transaction, product, now);
        await AuditLog.Write(transaction, new AuditEntry(
            club.ClubId, staff.UserId, staff.Name, "plan_product.added", "plan_product", product.ProductId.ToString()) { After = PlanProductBody.Of(product) }, now);
        return Answer.Created($"/api/v1/clubs/{club.ClubId}/plan-products", PlanProductBody.Of(product));
    }
}
