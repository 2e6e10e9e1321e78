using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Plans;

/// <summary>What to change of a product; what is absent stays. Other terms need a new product.</summary>
internal sealed record PlanProductChange(
    string? Name = null, string? Description = null, long? PriceMinor = null, bool? Active = null, string[]? Benefits = null, bool? AutoRenewable = null)
{
    public PlanProduct Apply(PlanProduct product) => product with
    {
        Name = Name?.Trim() ?? product.Name,
        Description = Description is null ? product.Description : PlanProductText.Blank(Description),
        PriceMinor = PriceMinor ?? product.PriceMinor,
        Active = Active ?? product.Active,
        Benefits = Benefits is null ? product.Benefits : [.. Benefits.Select(benefit => benefit.Trim())],
        AutoRenewable = product.Kind == PlanKind.Membership && (AutoRenewable ?? product.AutoRenewable),
    };
}

/// <summary>A manager changes what a product costs or says, or takes it off sale. What was sold before keeps its terms.</summary>
internal static class ChangePlanProduct
{
    public static async Task<Results<Ok<PlanProductBody>, Problem>> Handle(
        Guid productId, PlanProductChange request, StaffMember staff, Database<PaymentsModule> database, TimeProvider clock, CancellationToken cancellation)
    {
        var problems = PlanProductText.Problems(request.Name, request.Description, request.PriceMinor, request.Benefits).ToArray();
        if (problems.Length > 0)
            return new Problem(RequestErrors.Invalid(problems));
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await PlanProductRows.Lock(transaction, staff.ClubId, productId) is not { } product)
            return new Problem(PaymentErrors.UnknownProduct);
        var changed = request.Apply(product);
        await PlanProductRows.Update(transaction, changed, now);
        await AuditLog.Write(transaction, new AuditEntry(
            staff.ClubId, staff.UserId, staff.Name, "plan_product.changed", "plan_product", productId.ToString())
        {
            Before = PlanProductBody.Of(product), After = PlanProductBody.Of(changed),
        }, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        return TypedResults.Ok(PlanProductBody.Of(changed));
    }
}
